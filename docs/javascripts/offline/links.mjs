// Without a network: says of links that lead to pages which are not on the device that they do.

import { onSite } from "../base/addresses.mjs";
import { make } from "../base/elements.mjs";
import { addressOf } from "./asked.mjs";
import { ask } from "./telling.mjs";

const SAID = " (nicht auf dem Gerät)";

export function watchLinks() {
  addEventListener("offline", () => void mark());
  addEventListener("online", unmark);
  if (!navigator.onLine) void mark();
}

async function mark() {
  const links = [...document.querySelectorAll("main a[href]")].filter((link) => link instanceof HTMLAnchorElement);
  const leading = new Map(links.map((link) => [link, addressOf({ method: "GET", url: link.href, mode: "navigate", headers: new Headers() }, onSite(""))]));
  const addresses = [...new Set(leading.values())].flatMap((address) => address ?? []);
  const away = new Set((await ask({ type: "which", addresses }))?.away);
  unmark();
  for (const [link, address] of leading) if (away.has(address ?? "")) link.append(make("span", { class: "gp-away", "data-away": true }, SAID));
}

function unmark() {
  for (const said of document.querySelectorAll("[data-away]")) said.remove();
}
