// Whether the site runs as an app or may become one, and what the address says of it.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { isApp, isByHand, wasStarted } from "../../docs/javascripts/base/app.mjs";
import { isInstallable } from "../../docs/javascripts/plan/installing.mjs";

const OFFERED = { event: new Event("beforeinstallprompt") };
const NOTHING = { event: null };

/** @param {{standalone?: boolean, touches?: number, mode?: string, address?: string}} device */
function on({ standalone, touches = 0, mode = "browser", address = "https://schule.example/kurs/" }) {
  const shown = [];
  const given = {
    navigator: { standalone, maxTouchPoints: touches },
    matchMedia: (query) => ({ matches: query === `(display-mode: ${mode})` }),
    location: { href: address },
    history: { state: "so", replaceState: (state, _, url) => shown.push([state, String(url)]) },
  };
  for (const [name, value] of Object.entries(given)) Object.defineProperty(globalThis, name, { value, configurable: true });
  return shown;
}

afterEach(() => on({}));

test("in a tab it may become one where the browser offers it, on an iPhone by hand, and else not", () => {
  on({});
  assert.deepEqual([isApp(), isByHand(), isInstallable(OFFERED), isInstallable(NOTHING)], [false, false, true, false]);
  on({ standalone: false, touches: 5 });
  assert.deepEqual([isApp(), isByHand(), isInstallable(NOTHING)], [false, true, true]);
  on({ standalone: false });
  assert.ok(!isByHand(), "without touch it is another system");
});

test("what is one already is offered to nobody", () => {
  for (const device of [{ mode: "standalone" }, { standalone: true, touches: 5 }]) {
    on(device);
    assert.deepEqual([isApp(), isInstallable(OFFERED), isInstallable(NOTHING), wasStarted()], [true, false, false, true]);
  }
});

test("the mark of the start is read once and taken from the address", () => {
  const shown = on({ address: "https://schule.example/kurs/?von=app&a=1#da" });
  assert.ok(wasStarted());
  assert.deepEqual(shown, [["so", "https://schule.example/kurs/?a=1#da"]]);
  assert.deepEqual([on({ address: "https://schule.example/kurs/?von=oben" }), wasStarted()], [[], false]);
});
