// Pictures that somebody chooses for a slide: taken by what they are, whatever they are called.

import assert from "node:assert/strict";
import { test } from "node:test";
import { FLAWS, pictured, readPicture } from "../../docs/javascripts/workshop/picture-file.mjs";

const PNG = Uint8Array.from(atob("iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAABytg0kAAAAEklEQVR4nGP4z8DwH4QZYAwAR8oH+Rq28akAAAAASUVORK5CYII="), (sign) => sign.charCodeAt(0));
const chosen = (/** @type {BlobPart[]} */ ...parts) => readPicture(new Blob(parts, { type: "image/png" }));

test("a picture has the key that it has in a presentation", async () => {
  const read = await chosen(PNG);
  assert.deepEqual(read, { key: read.key, picture: { type: "image/png", bytes: PNG } });
  assert.match(read.key, /^[0-9a-f]{8}-74\.png$/);
  assert.equal((await readPicture(new Blob([PNG], { type: "text/html" }))).key, read.key, "its name and its type say nothing");
});

test("what is no picture that every browser shows is refused in a sentence", async () => {
  assert.deepEqual(await chosen('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), { trouble: FLAWS.vector });
  for (const text of ["", "<html>", "%PDF-1.7"]) assert.deepEqual(await chosen(text), { trouble: FLAWS.unknown });
  const huge = PNG.slice();
  new DataView(huge.buffer).setUint32(16, 50_000);
  new DataView(huge.buffer).setUint32(20, 50_000);
  assert.deepEqual(await chosen(huge), { trouble: FLAWS.large });
  assert.deepEqual(await chosen(PNG, new Uint8Array(21 * 1024 * 1024)), { trouble: FLAWS.large });
  assert.deepEqual(await chosen(PNG.slice(0, 18)), { trouble: FLAWS.damaged });
});

test("a picture says what its placeholder described, and keeps the caption of what it replaces", () => {
  assert.deepEqual(pictured(null, "a.png"), { kind: "image", caption: "", src: "a.png", alt: "" });
  assert.deepEqual(pictured({ kind: "placeholder", caption: "Plan", description: "Das Netz im Lager" }, "a.png"), { kind: "image", caption: "Plan", src: "a.png", alt: "Das Netz im Lager" });
  assert.deepEqual(pictured({ kind: "image", caption: "Plan", src: "b.png", alt: "Das alte Netz" }, "a.png"), { kind: "image", caption: "Plan", src: "a.png", alt: "" });
});
