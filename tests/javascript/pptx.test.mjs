// A presentation as a talk: what no program at hand writes. Whole decks of python-pptx are in test_pptx.py.

import assert from "node:assert/strict";
import { test } from "node:test";
import { plain } from "../../docs/javascripts/base/markdown.mjs";
import { escaped } from "../../docs/javascripts/workshop/escaping.mjs";
import { LOST } from "../../docs/javascripts/workshop/losses.mjs";
import { looksOf } from "../../docs/javascripts/workshop/pictures.mjs";
import { deck, frame, group, paragraph, parse, parts, picture, png, readDeck, table, text, zipped } from "./decks.mjs";
import { chance } from "./random.mjs";

const TITLE = text("title", "Lage");

/** @param {object[]} slides @param {object} [more] */
async function read(slides, more) {
  const found = await readDeck(deck(slides, more));
  assert.ok(!("trouble" in found), found.trouble);
  return found;
}

/** @param {object} slide @param {object} [more] */
async function slideOf(slide, more) {
  const { talk, losses, pictures } = await read([slide], more);
  return { ...[...talk.slides, ...talk.hidden][0], losses: losses.map(({ said, lost }) => said ?? lost), pictures };
}

test("slides come in the order in which they are shown, under ids that last", async () => {
  const files = parts([{ id: 300, shapes: [text("title", "Eins")] }, { id: 256, shapes: [text("title", "Zwei")] }]);
  files["ppt/presentation.xml"] = files["ppt/presentation.xml"].replace(/(<p:sldId [^>]*>)(<p:sldId [^>]*>)/, "$2$1");
  const { talk } = await readDeck(zipped(files));
  assert.deepEqual(talk.slides.map(({ key, title }) => [key, title]), [["p256", "Zwei"], ["p300", "Eins"]]);
});

test("ids that stand twice are told apart", async () => {
  const { talk } = await read([{ id: 256, shapes: [TITLE] }, { id: 256, shapes: [TITLE] }]);
  assert.deepEqual(talk.slides.map(({ key }) => key), ["p256", "p256-2"]);
});

test("what breaks a line is a blank, and signs that XML forbids are gone", async () => {
  const { headline, bullets } = await slideOf({ shapes: [
    text("ctrTitle", "<a:p><a:r><a:t>Nichts_x000B_druckt </a:t></a:r><a:br/><a:r><a:t>mehr</a:t></a:r></a:p>"),
    text("body", "<a:p><a:r><a:t>Seit</a:t></a:r><a:br/><a:r><a:t>Montag_x0007_ a_x005F_b</a:t></a:r></a:p>"),
  ] });
  assert.equal(headline, "Nichts druckt mehr");
  assert.deepEqual(bullets, [{ text: "Seit Montag a_b", bullets: [] }]);
});

test("without a title the first text is guessed to be one, and stands there once", async () => {
  const { title, guessed, bullets } = await slideOf({ shapes: [text("sldNum", "7"), text("", "Ein Satz", "Noch einer")] });
  assert.deepEqual([title, guessed, bullets], ["Ein Satz", true, [{ text: "Noch einer", bullets: [] }]]);
  const empty = await slideOf({ shapes: [text("title")] });
  assert.deepEqual([empty.title, empty.guessed, empty.bullets], ["", undefined, []]);
});

test("levels below the second stand on it and are named", async () => {
  const { bullets, losses } = await slideOf({ shapes: [TITLE, text("body", paragraph("Eins"), paragraph("Zwei", 1), paragraph("Drei", 2), "Vier")] });
  assert.deepEqual(bullets, [{ text: "Eins", bullets: ["Zwei", "Drei"] }, { text: "Vier", bullets: [] }]);
  assert.deepEqual(losses, ["deep"]);
});

test("groups are read to their ground, but not without end", async () => {
  const nested = (depth) => (depth ? group(nested(depth - 1)) : text("", "Im Kern"));
  assert.deepEqual((await slideOf({ shapes: [TITLE, nested(20)] })).bullets, [{ text: "Im Kern", bullets: [] }]);
  assert.deepEqual((await slideOf({ shapes: [TITLE, nested(200)] })).losses, ["nested"]);
});

test("numbers, dates and footers are left out", async () => {
  const { bullets } = await slideOf({ shapes: [TITLE, text("sldNum", "3"), text("dt", "26.11.2026"), text("ftr", "Vertraulich"), text("subTitle", "Ein Untertitel")] });
  assert.deepEqual(bullets, [{ text: "Ein Untertitel", bullets: [] }]);
});

test("marks that somebody typed are shown and not acted on", async () => {
  const { title, bullets, notes } = await slideOf({ shapes: [text("title", "*Lage*"), text("", "Ein *Stern*", "C:\\temp", "[x](javascript:alert)")], notes: [text("body", "[Klick] Das ist *wichtig*.")] });
  assert.equal(title, "*Lage*");
  assert.deepEqual(bullets.map((each) => plain(each.text)), ["Ein *Stern*", "C:\\temp", "[x](javascript:alert)"]);
  assert.equal(notes, "[Klick] Das ist \\*wichtig\\*.");
});

test("whatever is typed is shown as it was typed", () => {
  const below = chance(18);
  const pieces = ["*", "**", "_", "__", "`", "\\", "[", "]", "](", "(/x/)", "<", ">", "Wort", "a_b", "3*4", " ", "https://x.example", "!", "C:\\temp", ")", "ä"];
  const texts = Array.from({ length: 3000 }, () => Array.from({ length: 1 + below(9) }, () => pieces[below(pieces.length)]).join("").trim());
  // Links around nothing, as nobody types them.
  const wrong = texts.filter((each) => !each.includes("[](") && plain(escaped(each)) !== each);
  assert.deepEqual(wrong, []);
});

test("a table has its first row for columns; merged cells are named", async () => {
  const { artifact, losses } = await slideOf({ shapes: [TITLE, table([["Zeit", "Was"], ["9:15", "Alarm"]], { cell: ' gridSpan="2"' })] });
  assert.deepEqual(artifact, { kind: "table", caption: "", columns: ["Zeit", "Was"], rows: [["9:15", "Alarm"]] });
  assert.deepEqual(losses, ["merged"]);
});

const IMAGE = ["i1", "image", "../media/a.png"];
const OTHER = ["i2", "image", "../media/b.png"];
const PICTURES = { "ppt/media/a.png": png(4, 3), "ppt/media/b.png": png(9, 9, 5) };

test("of several pictures the largest is shown and the rest named; what is shown alone is kept", async () => {
  const { artifact, losses, pictures } = await slideOf({ shapes: [TITLE, picture("i1", { size: 10 }), picture("i2", { size: 90, alt: "Ein Plan" })], related: [IMAGE, OTHER] }, { pictures: PICTURES });
  assert.equal(artifact.alt, "Ein Plan");
  assert.deepEqual(losses, ["Ein kleineres Bild fällt weg, gezeigt wird das größte „Ein Plan“."]);
  assert.deepEqual([...pictures.keys()], [artifact.src]);
  assert.deepEqual(pictures.get(artifact.src), { type: "image/png", bytes: png(9, 9, 5) });
});

test("a picture has the same key wherever it lies", async () => {
  const one = await slideOf({ shapes: [picture("i1")], related: [IMAGE] }, { pictures: PICTURES });
  const two = await slideOf({ shapes: [picture("i1")], related: [["i1", "image", "/ppt/media/neu.jpg"]] }, { pictures: { "ppt/media/neu.jpg": png(4, 3) } });
  assert.equal(one.artifact.src, two.artifact.src);
});

const AS_EMF = new Uint8Array(60);
AS_EMF.set([1, 0, 0, 0]);
AS_EMF.set([0x20, 0x45, 0x4d, 0x46], 40);
const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');

for (const [lost, slide, pictures] of [
  ["vector", { shapes: [picture("i1")], related: [IMAGE] }, { "ppt/media/a.png": AS_EMF }],
  ["vector", { shapes: [picture("i1")], related: [IMAGE] }, { "ppt/media/a.png": svg }],
  ["unknown", { shapes: [picture("i1")], related: [IMAGE] }, { "ppt/media/a.png": new Uint8Array([1, 2, 3]) }],
  ["large", { shapes: [picture("i1")], related: [IMAGE] }, { "ppt/media/a.png": png(20_000, 20_000) }],
  ["damaged", { shapes: [picture("i1")], related: [IMAGE] }, { "ppt/media/a.png": png(0, 3) }],
  ["damaged", { shapes: [picture("i1")], related: [IMAGE] }, {}],
  ["linked", { shapes: [picture("i1")], related: [["i1", "image", "file:///C:/x.png", ' TargetMode="External"']] }, {}],
  ["cropped", { shapes: [picture("i1", { crop: '<a:srcRect l="20000"/>' })], related: [IMAGE] }, PICTURES],
  ["video", { shapes: [picture("i1", { media: '<a:videoFile r:link="x"/>' })], related: [IMAGE] }, PICTURES],
  ["audio", { shapes: [picture("i1", { media: '<a:audioFile r:link="x"/>' })], related: [IMAGE] }, PICTURES],
  ["background", { before: '<p:bg><p:bgPr><a:blipFill><a:blip r:embed="i1"/></a:blipFill></p:bgPr></p:bg>', related: [IMAGE] }, PICTURES],
  ["smartart", { shapes: [frame("", "http://schemas.openxmlformats.org/drawingml/2006/diagram")] }],
  ["chart", { shapes: [frame("", "http://schemas.openxmlformats.org/drawingml/2006/chart")] }],
  ["chart", { shapes: [`<mc:AlternateContent><mc:Choice Requires="cx1">${frame("", "http://schemas.microsoft.com/office/drawing/2014/chartex")}</mc:Choice><mc:Fallback>${text("", "Geht nicht")}</mc:Fallback></mc:AlternateContent>`] }],
  ["object", { shapes: [frame(`<p:oleObj>${picture("i1")}</p:oleObj>`, "http://schemas.openxmlformats.org/presentationml/2006/ole")] }],
  ["other", { shapes: [frame("", "https://neu.example/")] }],
  ["drawing", { shapes: ["<p:cxnSp/>"] }],
  ["drawing", { shapes: [text("", "Kasten").replace("<p:spPr/>", '<p:spPr><a:prstGeom prst="cloud"/></p:spPr>')] }],
  ["ink", { shapes: ["<p:contentPart/>"] }],
  ["still", { shapes: [`<mc:AlternateContent><mc:Choice Requires="p14"><p:contentPart/></mc:Choice><mc:Fallback>${picture("i1")}</mc:Fallback></mc:AlternateContent>`], related: [IMAGE] }, PICTURES],
  ["long", { shapes: [text("body", "a".repeat(19_000), "b".repeat(2000))] }],
  ["long", { notes: [text("body", "a".repeat(19_000), "b".repeat(2000))] }],
  ["wide", { shapes: [table([Array(31).fill("a"), ["b"]])] }],
  ["wide", { shapes: [table(Array(101).fill(["a"]))] }],
  ["formula", { shapes: [text("", "<a:p><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></a:p>")] }],
  ["animation", { after: "<p:timing><p:bldLst/></p:timing>" }],
  ["invisible", { shapes: [text("", "Geheim").replace('name="x"', 'name="x" hidden="1"')] }],
  ["hidden", { attributes: ' show="0"' }],
]) {
  test(`what is not taken over is named: ${lost}`, async () => {
    const found = await slideOf({ ...slide, shapes: [TITLE, ...(slide.shapes ?? [])] }, { pictures });
    assert.deepEqual(found.losses, [lost]);
    assert.match(LOST[lost], /^[A-Z].*\.$/);
  });
}

test("hidden slides stand apart, with all that they say", async () => {
  const { talk, losses } = await read([{ shapes: [TITLE] }, { shapes: [text("title", "Reserve")], attributes: ' show="0"' }]);
  assert.deepEqual([talk.slides.map(({ title }) => title), talk.hidden.map(({ title }) => title)], [["Lage"], ["Reserve"]]);
  assert.deepEqual(losses, [{ number: 2, key: "p257", title: "Reserve", lost: "hidden", times: 1 }]);
});

test("notes stand in the place for them, else in whatever stands there", async () => {
  const aside = [text("sldImg", "x"), text("sldNum", "1"), text("dt", "heute"), text("hdr", "Kopf"), text("ftr", "Fuß")];
  const whole = await slideOf({ shapes: [TITLE], notes: [...aside, text("body", "Guten Tag.", '<a:p><a:pPr><a:buChar char="•"/></a:pPr><a:r><a:t>eins</a:t></a:r></a:p>', '<a:p><a:pPr><a:buChar char="•"/></a:pPr><a:r><a:t>zwei</a:t></a:r></a:p>', "Danke."), text("", "Randnotiz")] });
  assert.equal(whole.notes, "Guten Tag.\n\n- eins\n- zwei\n\nDanke.");
  const loose = await slideOf({ shapes: [TITLE], notes: [...aside, group(text("", "Ohne Platz."))] });
  assert.equal(loose.notes, "Ohne Platz.");
});

test("times come from the notes, else from slides that change by themselves, else from sections", async () => {
  const change = '<p:transition advTm="45000"/>';
  const extension = '<p:extLst><p:ext><p14:sectionLst><p14:section name="Lösung (3:00)"><p14:sldIdLst><p14:sldId id="257"/><p14:sldId id="258"/><p14:sldId id="259"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst>';
  const { talk } = await read([
    { shapes: [TITLE], notes: [text("body", "Guten Tag.", "Zeit: 1:30")], after: change }, { shapes: [TITLE], after: change }, { shapes: [TITLE] }, { shapes: [TITLE] }, { shapes: [TITLE] },
  ], { extension });
  assert.deepEqual(talk.slides.map(({ time_s }) => time_s), [90, 45, 68, 68, 0]);
  assert.equal(talk.slides[0].notes, "Guten Tag.");
});

test("lines of notes of their own say what our own presentations write there", async () => {
  for (const [lines, times, notes] of [
    [["Guten Tag.", "Vorführung: 0:15", "Geplant: 1:10"], [70, 15], "Guten Tag."], [["Guten Tag.", "Geplant: 1:10"], [70, 0], "Guten Tag."], [["Vorführung: 0:20"], [0, 20], ""],
    [["Geplant: 1:10", "Das war geplant."], [70, 0], "Das war geplant."], [["Geplant war 1:10 für alles."], [0, 0], "Geplant war 1:10 für alles."],
  ]) {
    const slide = await slideOf({ shapes: [TITLE], notes: [text("body", ...lines)] });
    assert.deepEqual([[slide.time_s, slide.demo_s], slide.notes], [times, notes]);
  }
});

test("the talk is called as the file says, unless no human has said it", async () => {
  assert.equal((await read([{ shapes: [TITLE] }], { title: "Netz im Lager" })).talk.title, "Netz im Lager");
  assert.equal((await read([{ shapes: [TITLE] }], { title: "PowerPoint-Präsentation" })).talk.title, "Lage");
});

test("a slide that is damaged is named, and the others are read", async () => {
  const files = parts([{ shapes: [TITLE] }, { shapes: [TITLE], notes: [text("body", "x")] }]);
  files["ppt/slides/slide1.xml"] = files["ppt/slides/slide1.xml"].slice(0, -40);
  files["ppt/notesSlides/notesSlide2.xml"] = "kein XML";
  const { talk, losses } = await readDeck(zipped(files));
  assert.deepEqual(talk.slides.map(({ key }) => key), ["p257"]);
  assert.deepEqual(losses.map(({ number, lost }) => [number, lost]), [[1, "broken"], [2, "notes-broken"]]);
});

test("which prefixes a program writes, and how it spells names of parts, does not matter", async () => {
  const files = parts([{ shapes: [TITLE] }]);
  const strange = Object.fromEntries(Object.entries(files).map(([name, content]) => [name.replace("slide1.xml", "Slide1.XML"), content.replaceAll("p:", "pres:").replaceAll("xmlns:pres:", "xmlns:p:").replace('xmlns:p="', 'xmlns:pres="').replaceAll("schemas.openxmlformats.org/officeDocument/2006/relationships", "purl.oclc.org/ooxml/officeDocument/relationships")]));
  assert.equal((await readDeck(zipped(strange))).talk.slides[0].title, "Lage");
});

/** The first bytes of a picture. @param {string} hex */
const bytesOf = (hex) => Uint8Array.from(hex.replace(/ /g, "").match(/../g), (pair) => Number.parseInt(pair, 16));
const RIFF = "52494646 00000000 57454250";

for (const [type, hex, size] of [
  ["image/jpeg", "ffd8 ffe0 0004 0000 ffff db00 0300 ffc2 0011 08 001e 0028 03", [40, 30]],
  ["image/gif", "474946383961 2800 1e00 00", [40, 30]],
  ["image/webp", `${RIFF} 56503820 00000000 000000 9d012a 2800 1e40`, [40, 30]],
  ["image/webp", `${RIFF} 5650384c 00000000 2f 27400700 00`, [40, 30]],
  ["image/webp", `${RIFF} 56503858 00000000 00000000 270000 1d0000`, [40, 30]],
]) {
  test(`a picture says itself what it is and how large: ${type} ${hex.slice(27, 37)}`, () => {
    const [width, height] = size;
    assert.deepEqual(looksOf(bytesOf(hex)), { type, width, height });
    for (let end = 12; end < bytesOf(hex).length - 4; end += 1) assert.ok("flaw" in looksOf(bytesOf(hex).slice(0, end)));
  });
}

test("however deep a text is nested, and however many marks it has, it is read soon", async () => {
  const deep = `<a:p>${"<a:r>".repeat(5000)}<a:t>Tief</a:t>${"</a:r>".repeat(5000)}</a:p>`;
  const { bullets } = await slideOf({ shapes: [TITLE, text("body", deep, "*a* ".repeat(2000), "[".repeat(9000))] });
  assert.equal(bullets.length, 2);
});

test("names that mean something to JavaScript mean nothing here", async () => {
  const { bullets } = await slideOf({ shapes: [TITLE, "<p:__proto__/>", "<p:constructor/>", "<p:toString/>", text("", "Da")] });
  assert.deepEqual(bullets, [{ text: "Da", bullets: [] }]);
});

test("very many elements of one kind are no more than slow", async () => {
  const many = (each) => Array(150_000).fill(each).join("");
  const shapes = [TITLE, `<mc:AlternateContent><mc:Choice Requires="x">${many("<p:cxnSp/>")}</mc:Choice></mc:AlternateContent>`];
  const { losses } = await readDeck(zipped(parts([{ shapes }]), { level: 0 }));
  assert.deepEqual(losses.map(({ lost, times }) => [lost, times]), [["drawing", 150_000]]);
});

test("300 slides are read quickly", async () => {
  const slides = Array.from({ length: 300 }, (_, index) => ({ shapes: [text("title", `Folie ${index}`), text("body", ..."abcdefgh".split("").map((each) => each.repeat(60))), picture("i1")], notes: [text("body", "Ein Satz. ".repeat(60))], related: [IMAGE] }));
  const bytes = deck(slides, { pictures: PICTURES });
  const start = process.cpuUsage();
  const { talk } = await readDeck(bytes);
  const { user, system } = process.cpuUsage(start);
  assert.equal(talk.slides.length, 300);
  assert.ok(user + system < 5_000_000, `${(user + system) / 1000} ms`);
});

test("the parser of the tests refuses what is no XML", () => {
  assert.equal(parse("kein XML"), null);
});
