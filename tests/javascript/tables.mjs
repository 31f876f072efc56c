// The tables of the estimate, read from where they are written.

import { readdirSync, readFileSync } from "node:fs";

const FOLDER = new URL("../../generalprobe/speech/tables/", import.meta.url);

/** @param {string} name */
export const table = (name) => JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), "utf8"));

export const tables = Object.fromEntries(
  readdirSync(FOLDER).map((file) => file.replace(".json", "")).map((name) => [name, table(name)]),
);
