// Answers what Python asks: `node answers.mjs speech` gets what the browser fetches and values, and answers each of them.

import { readFileSync } from "node:fs";
import { makeSpeech } from "../../docs/javascripts/speech/speech.mjs";
import { readCaseStudy } from "../../docs/javascripts/workshop/case-reading.mjs";
import { asCaseStudy } from "../../docs/javascripts/workshop/case-study.mjs";
import { makeJudge } from "../../docs/javascripts/workshop/checks.mjs";
import { formOf } from "../../docs/javascripts/workshop/foreign-text.mjs";
import { makeHints } from "../../docs/javascripts/workshop/hints.mjs";
import { fromText, lossSaid } from "../../docs/javascripts/workshop/importing.mjs";
import { makeSetting } from "../../docs/javascripts/workshop/setting.mjs";
import { judged } from "../../docs/javascripts/workshop/submissions.mjs";
import { makeMeasure } from "../../docs/javascripts/workshop/widths.mjs";
import { readYaml } from "../../docs/javascripts/workshop/yaml-reading.mjs";
import { toYaml } from "../../docs/javascripts/workshop/yaml.mjs";
import { readDeck } from "./decks.mjs";

/** @type {Record<string, (known: any) => (value: any) => unknown>} */
const QUESTIONS = {
  save: () => (talk) => toYaml(asCaseStudy(talk)),
  write: () => toYaml,
  own: () => async (text) => toYaml(asCaseStudy((await readCaseStudy(readYaml(text).value)).talk)),
  read: () => readYaml,
  judge({ speech, rules, exam }) {
    const judge = makeJudge(makeSpeech(speech), rules);
    return (talk) => judge(talk, exam);
  },
  set({ widths }) {
    const setting = makeSetting(makeMeasure(widths));
    const hints = makeHints((text) => text, setting);
    return (talk) => [talk.slides.map((slide, index) => setting.density(slide, index === 0)), hints(talk).filter(({ code }) => code === "FOLIE07")];
  },
  class({ speech: tables, rules, exam, widths }) {
    const speech = makeSpeech(tables);
    const known = { speech, judge: makeJudge(speech, rules), hints: makeHints(speech.plainText, makeSetting(makeMeasure(widths))), exams: [exam] };
    return async (path) => {
      if (path.endsWith(".md")) return judged("", await fromText(readFileSync(path, "utf8")), known);
      const read = await readDeck(readFileSync(path));
      return judged("", "trouble" in read ? read : { ...read, losses: read.losses.map(lossSaid) }, known);
    };
  },
  form: () => formOf,
  speech({ speech: tables }) {
    const { estimate, reading, pausesS, isEnglish, unsaid } = makeSpeech(tables);
    return (text) => {
      const { seconds, ...counts } = estimate(text);
      const [said, silent, english] = [reading(text), pausesS(text), isEnglish(text)];
      return { ...counts, seconds: Number(seconds.toFixed(6)), said, silent, english, unsaid: unsaid(text) };
    };
  },
};

const { known, values } = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(await Promise.all(values.map(QUESTIONS[process.argv[2]](known)))));
