// Texts that only the command reads: slides of Marp and of Slidev, and catalogues of questions. Pure.

/** @type {[RegExp, string][]} */
const FORMS = [
  [/^---\n(?:\w[^\n]*\n)*?marp:\s*true\s*\n|^<!--\s*marp:\s*true/m, "Das sind Folien für Marp"],
  [/^(?:\?\?\?|!!!)\+? +question\b/m, "Das ist ein Fragenkatalog"],
  [/^---\n(?:\w[^\n]*\n)*?(?:layout|transition|colorSchema|drawings|mdc|routerMode|highlighter|lineNumbers):|^<v-?clicks?\b|^::[\w-]+::\s*$/m, "Das sind Folien für Slidev"],
];

/** Why a text is not judged on the page; empty for one in its own form. @param {string} text */
export function foreignTrouble(text) {
  const plain = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const found = FORMS.find(([form]) => form.test(plain));
  return found ? `${found[1]}. Das liest nur der Befehl: make check FILE=…` : "";
}
