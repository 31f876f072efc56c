// Reads presentations for Python: a JSON list of paths comes in, what was read of each goes out, pictures as their sizes.

import { readFileSync } from "node:fs";
import { readDeck } from "./decks.mjs";

const paths = JSON.parse(readFileSync(0, "utf8"));
const found = await Promise.all(paths.map((path) => readDeck(readFileSync(path))));
process.stdout.write(JSON.stringify(found.map(({ pictures = new Map(), ...rest }) => ({ ...rest, pictures: [...pictures].map(([key, { type, bytes }]) => [key, type, bytes.length]) }))));
