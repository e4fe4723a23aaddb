/**
 * `npm run bench`: what things cost here, part by part, as tables; `npm run bench -- training` only that
 * part. `npm run --silent bench -- --json` trains and writes nothing but the results to standard
 * output, as one JSON array.
 */
import { parseArgs } from 'node:util';
import { benchEventLoop } from './event-loop.js';
import { benchTraining } from './training.js';

const parts: Readonly<Record<string, () => Promise<unknown>>> = {
  training: benchTraining,
  'event-loop': benchEventLoop,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});

if (values.json) {
  // What people read goes where it is no part of the results.
  console.log = console.error;
  const results = await benchTraining();
  process.stdout.write(`${JSON.stringify(results)}\n`);
} else {
  for (const name of positionals.length > 0 ? positionals : Object.keys(parts)) {
    const part = parts[name];
    if (!part) throw new Error(`there is no part ${name}, but ${Object.keys(parts).join(', ')}`);
    await part();
  }
}
