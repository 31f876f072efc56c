"""Slides made by scripts beside those of the page: where their elements differ."""

from __future__ import annotations

from playwright.sync_api import Page

# Not compared: colours in code, what only the search reads, and the sizes that finished pages give to pictures.
_COMPARE = """async (ids) => {
  const [{ loadTalk }, { makeNotes, makeSlide }] =
    await Promise.all(["talk", "slide"].map((name) => import(`/javascripts/talk/${name}.mjs`)));
  const block = / ?(<\\/?(?:p|ul|ol|li|div|pre|section|details|blockquote)\\b[^>]*>) ?/g;
  const shown = (element) => {
    const copy = element.cloneNode(true);
    for (const code of copy.querySelectorAll(".highlight code")) code.textContent = code.textContent;
    for (const each of copy.querySelectorAll("*")) each.removeAttribute("data-pagefind-ignore");
    for (const each of copy.querySelectorAll("img")) for (const size of ["width", "height"]) each.removeAttribute(size);
    return copy.outerHTML.replace(/\\s+/g, " ").replace(block, "$1");
  };
  const different = [];
  let compared = 0;
  const compare = (id, page, script) => {
    compared += 1;
    const [here, there] = [page, script].map((each) => each ? shown(each) : "nothing");
    if (here === there) return;
    const at = [...here].findIndex((sign, index) => sign !== there[index]);
    different.push([id, here.slice(Math.max(0, at - 60), at + 120), there.slice(Math.max(0, at - 60), at + 120)]);
  };
  for (const id of ids) {
    const html = await (await fetch(`/fallstudien/${id}/`)).text();
    const page = new DOMParser().parseFromString(html, "text/html");
    const { talk, exam, trouble } = await loadTalk(id);
    if (trouble) different.push([id, trouble, ""]);
    if (!exam) different.push([id, "no exam", ""]);
    const sections = [...page.querySelectorAll(".gp-slide")];
    const count = [sections, talk?.slides ?? []].map((each) => `${each.length} slides`);
    if (count[0] !== count[1]) different.push([id, ...count]);
    for (const [index, section] of sections.entries()) {
      const notes = section.querySelector(".gp-notes");
      notes?.remove();
      compare(id, section, makeSlide(talk, index, { toRoot: "../../", turn: 1 }));
      const said = notes?.querySelector(".gp-notes__text");
      if (said) compare(id, said, makeNotes(talk.slides[index], { toRoot: "../../" }));
    }
  }
  return [compared, different];
}"""


def compare_slides(page: Page, ids: list[str]) -> tuple[int, list[list[str]]]:
    """How many slides and notes were compared, and where those made by scripts are not what the pages have.

    The page has to be one of the site that the case studies belong to.
    """
    compared, different = page.evaluate(_COMPARE, ids)
    return compared, different
