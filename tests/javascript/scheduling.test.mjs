// What FSRS remembers from a log, and how the days before the exam are planned: held over many random decks.

import assert from "node:assert/strict";
import { test } from "node:test";
import { FINAL_ROUND_DAYS, choose, counting, nextDay, nextDays, plan, readiness, recall, remember, review, stateOf } from "../../docs/javascripts/memory/scheduling.mjs";

const NOTHING = { reviews: 0, fresh: 0 };
const TODAY = 20_000;

/** Random numbers that are the same on every run. @param {number} seed @returns {() => number} */
function randomFrom(seed) {
  let state = seed * 2654435761 + 1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

const below = (random, number) => Math.floor(random() * number);

/** A deck with a past: some cards new, others seen up to 60 days ago. */
function someDeck(random, { most = 120, begun = random() } = {}) {
  return Array.from({ length: 1 + below(random, most) }, (_, number) => {
    let memory = null;
    if (random() < begun) for (let day = TODAY - 1 - below(random, 60); day < TODAY; day += 1 + below(random, 15)) memory = review(memory, day, 1 + below(random, 4));
    return { id: `karte-${number}`, memory };
  });
}

const someLimits = (random) => ({ daily: below(random, 50), fresh: below(random, 15) });

/** @param {(random: () => number, seed: number) => void} check */
function forRandomDecks(check, runs = 150) {
  for (let seed = 1; seed <= runs; seed++) check(randomFrom(seed), seed);
}

/** Answer cards on a day. */
function answered(cards, ids, day, grade) {
  const wanted = new Set(ids);
  return cards.map((card) => (wanted.has(card.id) ? { ...card, memory: review(card.memory, day, grade()) } : card));
}

/** Practise as planned until the exam; calls back before each day. */
function practise(cards, exam, limits, grade, before = (_cards, _day, _planned) => {}) {
  for (let day = TODAY; day < exam; day++) {
    const planned = plan({ cards, today: day, exam, limits, done: NOTHING });
    before(cards, day, planned);
    cards = answered(cards, planned.today, day, grade);
  }
  return cards;
}

const isLate = (exam) => ({ memory }) => memory && memory.last < exam - FINAL_ROUND_DAYS;

test("a log in any order is the same memory", () => {
  const at = (day, hour) => new Date(2026, 4, day, hour).getTime();
  const reviews = [{ at: at(1, 9), grade: 3 }, { at: at(3, 8), grade: 1 }, { at: at(4, 22), grade: 3 }, { at: at(12, 7), grade: 4 }];
  const memory = remember(reviews);
  assert.deepEqual(remember([reviews[2], reviews[0], reviews[3], reviews[1]]), memory);
  assert.equal(memory.reviews, 4);
  assert.equal(memory.lapses, 1);
  assert.equal(remember([{ at: at(1, 9), grade: 1 }]).lapses, 0, "what was never known was not forgotten");
  const missedAt = (...times) => remember(times.map(([day, hour, grade = 1]) => ({ at: at(day, hour), grade })));
  assert.equal(missedAt([1, 9], [1, 10], [1, 11]).lapses, 0, "nor was it by asking at once again");
  assert.equal(missedAt([1, 9, 3], [8, 9], [8, 10], [8, 11, 3], [9, 9], [9, 10]).lapses, 2, "a day counts once");
  assert.equal(remember([]), null);
});

test("days are counted by the calendar: they end at four, and clocks that change do not matter", () => {
  process.env.TZ = "Europe/Berlin";
  const memories = [[2026, 2, 27], [2026, 4, 27], [2026, 9, 23]].map(([year, month, date]) => {
    const at = [0, 2, 4].map((days) => new Date(year, month, date + days, days === 2 ? 4 : 23, 30).getTime());
    const { stability, difficulty, due, last } = remember(at.map((ms) => ({ at: ms, grade: 3 })));
    return { stability, difficulty, ahead: due - last };
  });
  assert.deepEqual(memories[1], memories[0]);
  assert.deepEqual(memories[2], memories[0]);
  const four = new Date(2026, 4, 2, 4).getTime();
  const across = remember([{ at: four - 600_000, grade: 3 }, { at: four + 600_000, grade: 3 }]);
  const within = remember([{ at: four + 600_000, grade: 3 }, { at: four + 1_800_000, grade: 3 }]);
  assert.ok(across.stability > within.stability, "a day has passed");
});

test("where one reads them, reviews are of the days on which they were made", () => {
  const evening = Date.UTC(2026, 9, 15, 19);
  const log = [0, 0.1, 1].map((days) => ({ at: evening + days * 86_400_000, grade: 3, offset: 120 }));
  const zones = ["Europe/Berlin", "Asia/Tokyo", "Pacific/Honolulu"];
  const memories = zones.map((zone) => {
    process.env.TZ = zone;
    return remember(log);
  });
  for (const memory of memories) assert.deepEqual(memory, memories[0]);
  const westwards = remember([{ at: evening, grade: 3, offset: 540 }, { at: evening + 60_000, grade: 3, offset: -480 }]);
  assert.equal(westwards.last, remember([{ at: evening, grade: 3, offset: 540 }]).last, "the day before does not come again");
  process.env.TZ = "UTC";
});

test("a review of a day to come counts when its day has come", () => {
  process.env.TZ = "UTC";
  const [now, day] = [(TODAY * 24 + 12) * 3_600_000, 24 * 3_600_000];
  const [past, soon, ahead] = [now - 5 * day, now + 1, now + 40 * day].map((at) => ({ at, grade: 3, offset: 0 }));
  assert.deepEqual(counting([past, soon, ahead], now), [past, soon]);
  assert.deepEqual(counting([past, soon, ahead], now + 40 * day), [past, soon, ahead]);
  assert.deepEqual(nextDays([past, ahead], now, null), nextDays([past], now, null));
  const east = { at: now - 1, grade: 3, offset: 14 * 60 };
  const lateEvening = { ...east, at: now + 7 * 3_600_000 };
  assert.deepEqual(counting([lateEvening], lateEvening.at + 1), [lateEvening], "further east it is a day later already");
});

test("recall falls from day to day, and is 90 % when as many days have passed as the stability says", () => {
  const memory = { ...review(null, TODAY, 3), stability: 10 };
  assert.equal(recall(memory, TODAY), 1);
  assert.ok(Math.abs(recall(memory, TODAY + 10) - 0.9) < 1e-6);
  assert.ok(recall(memory, TODAY + 20) < recall(memory, TODAY + 11));
});

test("readiness is the mean of what was begun", () => {
  const memory = review(null, TODAY, 3);
  assert.equal(readiness([memory, memory], TODAY + 3), recall(memory, TODAY + 3));
  assert.equal(readiness([], TODAY), 0);
});

test("a card is new, due, shaky or solid, and due by the exam's plan where there is one", () => {
  assert.equal(stateOf(null, TODAY), "new");
  const once = review(null, TODAY - 1, 3);
  assert.equal(stateOf(once, TODAY), "shaky");
  assert.equal(stateOf(once, once.due), "due");
  assert.equal(stateOf(once, once.due, once.due + FINAL_ROUND_DAYS + 1), "shaky", "it waits for the final round");
  assert.equal(stateOf(review(null, TODAY, 4), TODAY + 1), "solid");
});

test("no interval crosses the exam, and the better the grade, the later the day", () => {
  forRandomDecks((random) => {
    const [{ memory }] = someDeck(random, { most: 1, begun: 1 });
    const exam = TODAY + 1 + below(random, 30);
    for (const grade of [1, 2, 3, 4]) {
      const next = nextDay(review(memory, TODAY, grade), exam);
      assert.ok(next > TODAY && next <= exam, `${next - TODAY} of ${exam - TODAY}`);
      if (TODAY < exam - FINAL_ROUND_DAYS) assert.ok(next < exam);
    }
    const days = [1, 2, 3, 4].map((grade) => nextDay(review(memory, TODAY, grade), exam));
    assert.deepEqual(days, [...days].sort((a, b) => a - b));
  }, 500);
});

test("the four days of the four grades: of FSRS without an exam, within it with one", () => {
  process.env.TZ = "UTC";
  const now = (TODAY * 24 + 12) * 3_600_000;
  const day = 24 * 3_600_000;
  const reviews = [{ at: now - 12 * day, grade: 3 }, { at: now - 9 * day, grade: 3 }];
  const ahead = (exam) => nextDays(reviews, now, exam).map((each) => each - TODAY);
  const free = ahead(null);
  assert.ok(free[0] >= 1 && free[3] > 40, `${free}`);
  assert.deepEqual(ahead(TODAY + 10), [free[0], 9, 9, 9]);
  assert.deepEqual(ahead(TODAY + 1), [1, 1, 1, 1]);
  assert.deepEqual(ahead(TODAY), free, "on the exam day and after it FSRS alone decides");
  assert.deepEqual(ahead(TODAY - 5), free);
});

test("a day's list keeps the limits, names no card twice and none that was seen today", () => {
  forRandomDecks((random) => {
    const cards = someDeck(random);
    const limits = someLimits(random);
    const done = { reviews: below(random, 20), fresh: 0 };
    done.fresh = below(random, done.reviews + 1);
    const exam = random() < 0.2 ? null : TODAY + below(random, 25) - 2;
    const seen = answered(cards, cards.slice(0, done.reviews).map(({ id }) => id), TODAY, () => 1);
    const { today, days } = plan({ cards: seen, today: TODAY, exam, limits, done });
    assert.ok(today.length <= Math.max(0, limits.daily - done.reviews));
    assert.equal(new Set(today).size, today.length);
    const byId = new Map(seen.map((card) => [card.id, card]));
    const chosen = today.map((id) => byId.get(id));
    assert.ok(chosen.every(({ memory }) => memory?.last !== TODAY));
    const fresh = chosen.filter(({ memory }) => !memory).length;
    assert.ok(fresh <= Math.max(0, limits.fresh - done.fresh));
    assert.deepEqual(days[0], { day: TODAY, reviews: today.length, fresh });
    for (const { reviews } of days.slice(1)) assert.ok(reviews <= limits.daily);
  });
});

test("every card that was begun is seen in the last three days as far as the limit allows, the weakest before others", () => {
  forRandomDecks((random, seed) => {
    const exam = TODAY + 1 + below(random, 16);
    const limits = someLimits(random);
    const start = Math.max(TODAY, exam - FINAL_ROUND_DAYS);
    let open = [];
    const end = practise(someDeck(random), exam, limits, () => 1 + below(random, 4), (cards, day) => {
      if (day === start) open = cards.filter(isLate(exam)).sort((a, b) => recall(a.memory, exam) - recall(b.memory, exam));
    });
    const missed = open.slice((exam - start) * limits.daily);
    assert.deepEqual(end.filter(isLate(exam)).map(({ id }) => id).sort(), missed.map(({ id }) => id).sort(), `seed ${seed}`);
  });
});

test("stopping half-way and planning again neither lengthens the day nor costs the final round", () => {
  forRandomDecks((random, seed) => {
    const limits = { daily: 8 + below(random, 40), fresh: 5 };
    const exam = TODAY + FINAL_ROUND_DAYS;
    let cards = someDeck(random, { begun: 0.9 });
    const open = cards.filter(isLate(exam)).sort((a, b) => recall(a.memory, exam) - recall(b.memory, exam));
    for (let day = TODAY; day < exam; day++) {
      const whole = plan({ cards, today: day, exam, limits, done: NOTHING }).today.length;
      const { after, done } = practiseInParts(cards, day, exam, limits, () => 1 + below(random, 4));
      assert.ok(done.reviews <= whole, `seed ${seed}: ${done.reviews} of ${whole}`);
      cards = after;
    }
    const missed = open.slice(FINAL_ROUND_DAYS * limits.daily);
    assert.deepEqual(cards.filter(isLate(exam)).map(({ id }) => id).sort(), missed.map(({ id }) => id).sort(), `seed ${seed}`);
  });
});

/** Practise a day seven cards at a time, with a new plan for each seven. */
function practiseInParts(cards, day, exam, limits, grade) {
  const done = { reviews: 0, fresh: 0 };
  for (;;) {
    const part = plan({ cards, today: day, exam, limits, done }).today.slice(0, 7);
    if (!part.length) return { after: cards, done };
    done.reviews += part.length;
    done.fresh += cards.filter(({ id, memory }) => !memory && part.includes(id)).length;
    cards = answered(cards, part, day, grade);
  }
}

test("what the plan foresees comes true if all answers are good", () => {
  forRandomDecks((random) => {
    const exam = TODAY + 1 + below(random, 16);
    const limits = someLimits(random);
    const cards = someDeck(random);
    const foreseen = plan({ cards, today: TODAY, exam, limits, done: NOTHING });
    assert.deepEqual(foreseen.days.map(({ day }) => day), Array.from({ length: exam - TODAY }, (_, ahead) => TODAY + ahead));
    const counts = [];
    const end = practise(cards, exam, limits, () => 3, (_cards, day, { today, days }) => counts.push({ ...days[0], day, reviews: today.length }));
    assert.deepEqual(counts, foreseen.days);
    assert.deepEqual(foreseen.late, end.filter(isLate(exam)).map(({ id }) => id));
    assert.deepEqual(foreseen.unbegun, end.filter(({ memory }) => !memory).map(({ id }) => id));
  }, 60);
});

test("the final round is spread over its days, the weakest nearest to the exam", () => {
  const cards = Array.from({ length: 60 }, (_, number) => ({ id: `${number}`, memory: { ...review(null, TODAY - 10, 4), stability: 5 + number } }));
  const { days, late } = plan({ cards, today: TODAY, exam: TODAY + 3, limits: { daily: 60, fresh: 0 }, done: NOTHING });
  assert.deepEqual(days.map(({ reviews }) => reviews), [20, 20, 20]);
  assert.deepEqual(late, []);
  const { again } = choose(cards, TODAY, TODAY + 3, { daily: 60, fresh: 0 }, NOTHING);
  assert.deepEqual(again.map(({ id }) => Number(id)), Array.from({ length: 20 }, (_, number) => 40 + number));
});

test("a backlog is spread by urgency: the weakest first, the rest on the days after", () => {
  forRandomDecks((random) => {
    const cards = Array.from({ length: 90 }, (_, number) => ({ id: `${number}`, memory: { ...review(null, TODAY - 30, 1), stability: 0.5 + random() } }));
    const exam = TODAY + 15;
    const { today, days } = plan({ cards, today: TODAY, exam, limits: { daily: 20, fresh: 10 }, done: NOTHING });
    assert.equal(today.length, 20);
    const byRecall = [...cards].sort((a, b) => recall(a.memory, exam) - recall(b.memory, exam)).map(({ id }) => id);
    assert.deepEqual(today, byRecall.slice(0, 20));
    assert.deepEqual(days.slice(0, 4).map(({ reviews }) => reviews), [20, 20, 20, 20]);
    assert.ok(days.every(({ reviews }) => reviews <= 20));
  }, 20);
});

test("new cards take at most half of a day on which more is waiting than fits, and come evenly among the others", () => {
  const due = Array.from({ length: 40 }, (_, number) => ({ id: `alt-${number}`, memory: review(null, TODAY - 20, 1) }));
  const fresh = Array.from({ length: 40 }, (_, number) => ({ id: `neu-${number}`, memory: null }));
  const { today } = plan({ cards: [...due, ...fresh], today: TODAY, exam: null, limits: { daily: 20, fresh: 15 }, done: NOTHING });
  assert.equal(today.length, 20);
  const places = today.flatMap((id, place) => (id.startsWith("neu") ? [place] : []));
  assert.equal(places.length, 10);
  const few = plan({ cards: [...due, ...fresh], today: TODAY, exam: null, limits: { daily: 20, fresh: 4 }, done: NOTHING }).today;
  assert.deepEqual(few.flatMap((id, place) => (id.startsWith("neu") ? [Math.floor(place / 5)] : [])), [0, 1, 2, 3]);
  assert.deepEqual(today.filter((id) => id.startsWith("neu")), fresh.slice(0, 10).map(({ id }) => id), "in their order");
});

test("new cards are begun in the room that the final round leaves, and none on the day before the exam and on its own", () => {
  const begun = Array.from({ length: 12 }, (_, number) => ({ id: `alt-${number}`, memory: review(null, TODAY - 9, 3) }));
  const cards = [...begun, ...Array.from({ length: 30 }, (_, number) => ({ id: `neu-${number}`, memory: null }))];
  const on = (exam, daily) => choose(cards, TODAY, exam, { daily, fresh: 10 }, NOTHING);
  assert.equal(on(TODAY + 2, 15).fresh.length, 9);
  assert.equal(on(TODAY + 2, 6).fresh.length, 0);
  assert.equal(on(TODAY + 2, 40).fresh.length, 10);
  assert.deepEqual([on(TODAY + 1, 40).fresh.length, on(TODAY + 1, 40).again.length], [0, 12]);
  assert.deepEqual([on(TODAY, 40).fresh.length, on(TODAY, 40).again.length], [0, 12]);
  const { unbegun, late } = plan({ cards, today: TODAY, exam: TODAY + 2, limits: { daily: 15, fresh: 10 }, done: NOTHING });
  assert.deepEqual([late.length, unbegun.length], [0, 21]);
});

test("on the exam day only what is left comes; without an exam and after it, what FSRS wants", () => {
  forRandomDecks((random) => {
    const cards = someDeck(random);
    const limits = { daily: 500, fresh: 0 };
    const idsOn = (exam) => plan({ cards, today: TODAY, exam, limits, done: NOTHING }).today.sort();
    const ids = (wanted) => cards.filter(({ memory }) => memory && wanted(memory)).map(({ id }) => id).sort();
    assert.deepEqual(idsOn(TODAY), ids(({ last }) => last < TODAY - FINAL_ROUND_DAYS));
    const due = ids((memory) => memory.due <= TODAY);
    assert.deepEqual(idsOn(null), due);
    assert.deepEqual(idsOn(TODAY - 1), due);
    const { days, late, unbegun } = plan({ cards, today: TODAY, exam: null, limits, done: NOTHING });
    assert.deepEqual([days.length, late, unbegun], [21, [], []]);
  }, 60);
});

test("a plan for 2,000 cards and an exam far away takes no noticeable time", () => {
  const random = randomFrom(7);
  const cards = Array.from({ length: 2000 }, (_, number) => ({ id: `${number}`, memory: random() < 0.5 ? review(null, TODAY - below(random, 30), 3) : null }));
  const start = performance.now();
  const { days } = plan({ cards, today: TODAY, exam: TODAY + 10_000, limits: { daily: 60, fresh: 10 }, done: NOTHING });
  assert.ok(days.length <= 366);
  assert.ok(performance.now() - start < 3000, `${performance.now() - start} ms`);
});
