// What pages and scripts share: names in `data-…`. `generalprobe/pages/names.py` says the same of the templates, and a test
// holds the two equal. What mounts is named in `data-part`; the table of parts stands in `generalprobe.mjs`.

/**
 * Places on a page that scripts fill or listen to, and what an element says of itself.
 *
 * @typedef {"accepted" | "advice" | "ahead" | "anew" | "answer" | "ask" | "calendar" | "cancel" |
 *   "card" | "cards" | "case" | "certainty" | "chart" | "clear" | "clock" | "close" | "close-all" | "contents" |
 *   "core" | "count" | "current" | "damaged" | "damaged-said" | "date" |
 *   "difficulty" | "disclosure" | "drawing" | "erase" | "exam" | "exam-form" | "example" | "exams" | "expects" | "export" |
 *   "feedback" | "file" | "filter" | "finder" | "fit-from" | "focus" | "fold" | "follow" | "forget-damaged" |
 *   "forget-reset" | "formerly" | "found" | "glossary" | "head" | "how-far" | "import" | "install" | "keeping" |
 *   "kept" | "kind" | "label" | "last" | "lift" | "longest" | "next" | "no-terms" | "none" | "notice" | "offline" | "open-all" |
 *   "outcome" | "outlook" | "persistence" | "place" | "plain" | "plans" | "points" | "practise" | "predicted" |
 *   "print" | "query" | "rate" | "read" | "rehearsed" | "reminder" | "reset" | "reset-said" | "rest" | "results" | "right" | "root" |
 *   "round" | "rows" | "said" | "sample" | "save-damaged" | "search-open" | "segment" |
 *   "settings" | "several" | "shortest" | "silent" | "solution" | "some" | "speaker" | "speech-model" |
 *   "spoken" | "stage-said" | "status" | "step" | "steps" | "sum" | "table" | "tags" | "tells" | "text" | "ticks" |
 *   "toggle" | "topic" | "topics" | "total" | "trouble" | "typed" | "undated" | "undo" | "undo-reset" |
 *   "unsaid" | "value" | "watch" | "way" | "weak" | "weak-actions" | "weak-list" | "weak-said" | "week" | "weeks" | "what-when" | "where" | "why" | "with" |
 *   "without" | "words" | "worse"} Name
 */

/**
 * The first such place; the template of a part has all that its script looks for.
 *
 * @param {ParentNode} root
 * @param {Name} name
 */
export const find = (root, name) => /** @type {HTMLElement} */ (root.querySelector(`[data-${name}]`));

/** @param {ParentNode} root @param {Name} name @returns {HTMLElement[]} */
export const findAll = (root, name) => [...root.querySelectorAll(`[data-${name}]`)].filter((each) => each instanceof HTMLElement);
