// A page opened from a disk instead of a server: its links get the names of files, and it says what does not work here.
// A classic script, for browsers load no module from there: what it declares is the page's. Only the frame asks for it, at such an address.

const SAID = "Von der Festplatte geöffnet: Lesen, Blättern und Drucken gehen. Üben, Suche, Bühne und alles, was sich etwas merkt, brauchen einen Webserver. Lege dafür diesen Ordner auf irgendeinen, oder starte im Projekt „make serve“.";

const { root: named = "." } = document.documentElement.dataset;
/** Where the page of errors, which answers at any address of a server, takes the site to begin. On a disk it lies there itself. */
const built = named.startsWith("/") ? new URL(named.replace(/\/?$/, "/"), location.href).pathname : null;

/** A link as a disk has it: to the file of a page. @param {HTMLAnchorElement} link */
function toFile(link) {
  const written = link.getAttribute("href") ?? "";
  const target = new URL(built && written.startsWith(built) ? `./${written.slice(built.length)}` : written, location.href);
  if (target.protocol !== "file:") return;
  if (target.pathname.endsWith("/")) target.pathname += "index.html";
  link.href = target.href;
}

function showFromDisk() {
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[href]"))) toFile(link);
  const note = document.createElement("p");
  note.className = "gp-from-disk";
  note.textContent = SAID;
  document.querySelector("main")?.prepend(note);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", showFromDisk);
else showFromDisk();
