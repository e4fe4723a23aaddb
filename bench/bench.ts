/**
 * `npm run bench`: measures costs on this machine, part by part, and prints tables. `npm run bench --
 * training` runs only that part, `npm run bench -- memory --runs 1000` does that many runs, and `npm run
 * bench -- platforms --learners 5,30` uses classes of those sizes. `npm run --silent bench -- --json`
 * measures training and writes just the results to standard output, as one JSON array.
 */
import { parseArgs } from 'node:util';
import { benchCsv } from './csv.js';
import { benchEdits, benchLiveEpoch, printEdits, printLiveEpoch } from './edits.js';
import { benchEventLoop } from './event-loop.js';
import { benchFleet } from './fleet.js';
import { benchLessons, lessonsInWords } from './lessons.js';
import { benchMemory } from './memory.js';
import { benchPlatforms } from './platforms.js';
import { benchStart, startInWords } from './start.js';
import { benchTraining } from './training.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    runs: { type: 'string', default: '200' },
    learners: { type: 'string' },
  },
});

const runs = Number(values.runs);

/** The function for each part, by name on the command line; each prints what it finds. */
const parts: Readonly<Record<string, () => Promise<unknown>>> = {
  training: benchTraining,
  'event-loop': benchEventLoop,
  edits: async () => {
    printEdits(await benchEdits());
    printLiveEpoch(await benchLiveEpoch());
  },
  lessons: async () => {
    console.log(lessonsInWords(await benchLessons()));
  },
  csv: benchCsv,
  memory: () => benchMemory(runs),
  platforms: () => benchPlatforms(values.learners),
  fleet: benchFleet,
  start: async () => {
    console.log(startInWords(await benchStart()));
  },
};

if (values.json) {
  // Text for people goes to stderr, apart from the results.
  console.log = console.error;
  const results = await benchTraining();
  process.stdout.write(`${JSON.stringify(results)}\n`);
} else {
  const names = positionals.length > 0 ? positionals : Object.keys(parts);
  const unknown = names.filter((name) => !parts[name]);
  if (!Number.isInteger(runs) || runs < 1) {
    console.error(`--runs ${values.runs} is not a number of runs.`);
    process.exitCode = 2;
  } else if (unknown.length > 0) {
    console.error(`No part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.`);
    process.exitCode = 2;
  } else {
    for (const name of names) await parts[name]?.();
  }
}
