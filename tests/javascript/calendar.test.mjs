// Days are calendar days of the place: they end at four, clock changes do not stretch them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { dateAt, dayOf, dayOfIso, ended, isoOf, nameOf, offsetAt, weekdayOf } from "../../docs/javascripts/base/calendar.mjs";

process.env.TZ = "Europe/Berlin";

const day = (iso) => /** @type {number} */ (dayOfIso(iso));

test("a day ends at four: ten to four and ten past it are different days, midnight parts nothing", () => {
  const late = new Date(2026, 11, 14, 3, 50).getTime();
  assert.equal(isoOf(dayOf(late)), "2026-12-13");
  assert.equal(dayOf(late + 20 * 60_000), dayOf(late) + 1);
  assert.equal(dayOf(late - 4 * 3_600_000), dayOf(late));
  assert.deepEqual([late, late - 4 * 3_600_000].map((ms) => isoOf(dateAt(ms))), ["2026-12-14", "2026-12-13"], "beside a time stands its date");
});

test("the day of a moment is that of the place where it was, wherever one is now", () => {
  const evening = Date.UTC(2026, 9, 21, 20); // 22:00 in Berlin, 5:00 of the next day in Tokyo
  for (const zone of ["Asia/Tokyo", "Europe/Berlin", "America/Los_Angeles"]) {
    process.env.TZ = zone;
    assert.deepEqual([isoOf(dayOf(evening, 120)), isoOf(dayOf(evening, 540))], ["2026-10-21", "2026-10-22"], zone);
    assert.equal(dayOf(evening), dayOf(evening, offsetAt(evening)), zone);
  }
  process.env.TZ = "Asia/Tokyo";
  assert.equal(offsetAt(evening), 540);
  process.env.TZ = "Europe/Berlin";
});

test("a sentence has one full stop, also where it ends in a month that has one", () => {
  assert.deepEqual(["am 7. Dez.", "am 7. Mai", "morgen"].map(ended), ["am 7. Dez.", "am 7. Mai.", "morgen."]);
});

test("a day is a day in every zone, also where the clock has passed midnight in Greenwich or has not yet", () => {
  for (const zone of ["Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kolkata", "Europe/Berlin"]) {
    process.env.TZ = zone;
    for (const hour of [4, 12, 23]) assert.equal(isoOf(dayOf(new Date(2026, 5, 30, hour, 59).getTime())), "2026-06-30", `${zone} ${hour}`);
  }
});

test("days with 23 and with 25 hours count as one", () => {
  for (const [month, date] of [[2, 29], [9, 25]]) {
    const noons = [-1, 0, 1, 2].map((offset) => dayOf(new Date(2026, month, date + offset, 12).getTime()));
    assert.deepEqual(noons.map((noon) => noon - noons[0]), [0, 1, 2, 3]);
    const lastMinute = new Date(2026, month, date + 1, 3, 59).getTime();
    assert.equal(dayOf(lastMinute), noons[1]);
  }
});

test("dates go back and forth, and what is no date is none", () => {
  for (const iso of ["1970-01-01", "2026-12-14", "2028-02-29", "1969-12-31"]) assert.equal(isoOf(day(iso)), iso);
  assert.equal(day("1970-01-02"), 1);
  for (const text of ["", "2026-02-30", "2026-13-01", "14.12.2026", "2026-12-14T00:00", "2026-1-1"]) assert.equal(dayOfIso(text), null, text);
});

test("near days are named as one says them, others by their date", () => {
  const today = day("2026-12-14");
  const named = ["2026-12-13", "2026-12-14", "2026-12-15", "2026-12-16", "2026-12-20", "2026-12-21", "2027-01-02", "2026-12-11", "2026-03-01"];
  assert.deepEqual(
    named.map((iso) => nameOf(day(iso), today)),
    ["gestern", "heute", "morgen", "in 2 Tagen", "in 6 Tagen", "Mo, 21. Dez.", "Sa, 2. Jan. 2027", "vor 3 Tagen", "So, 1. März"],
  );
  assert.equal(weekdayOf(today), "Mo");
});
