/**
 * `npm run torture`: the built program is killed, shut down in trouble, damaged, given clock jumps and
 * flooded, at random; then checks what became of everything it had accepted.
 *
 *     npm run torture -- --seconds 60 --seed 7 kill shutdown
 *
 * Draws and prints a seed unless given one. Exits with 1 if something was lost. The seed repeats what is done
 * and when; how far the program has got by then depends on the machine.
 */
import { randomInt } from 'node:crypto';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { clock } from './clock.js';
import { fleet } from './fleet.js';
import { flood } from './flood.js';
import { kill } from './kill.js';
import { pages } from './pages.js';
import { Random } from './random.js';
import type { Finding, Scenario } from './scenario.js';
import { shutdown } from './shutdown.js';

const scenarios: readonly Scenario[] = [kill, shutdown, pages, clock, flood, fleet];

const DEFAULT_SECONDS = 300;
/** A round in progress is finished; one that never finishes is a failure too. */
const OVERTIME_MS = 600_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string' }, seed: { type: 'string' } },
});
const seconds = wholeNumber('seconds', values.seconds) ?? DEFAULT_SECONDS;
const seed = wholeNumber('seed', values.seed) ?? randomInt(1_000_000);
const unknown = positionals.filter((name) => !scenarios.some((one) => one.name === name));
if (unknown.length > 0) {
  refuse(`no ${unknown.join(', ')}; there are ${scenarios.map(({ name }) => name).join(', ')}`);
}
const chosen = scenarios.filter(
  ({ name }) => positionals.length === 0 || positionals.includes(name),
);

console.log(`torture: seed ${seed}, ${seconds} s`);
const endsMs = performance.now() + seconds * 1_000;
setTimeout(
  () => {
    console.log(`FAILED: not at an end long after its time.\n${howToRepeat()}`);
    process.exit(1);
  },
  seconds * 1_000 + OVERTIME_MS,
).unref();
// With `exit`, so that the programs under test end too.
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => {
  console.log(`FAILED: ended from outside.\n${howToRepeat()}`);
  process.exit(143);
});
const kept = mkdtempSync(join(tmpdir(), `torture-${seed}-`));
let failed = false;
for (const [index, scenario] of chosen.entries()) {
  const spendMs = Math.max(0, endsMs - performance.now()) / (chosen.length - index);
  const beganMs = performance.now();
  const folder = join(kept, scenario.name);
  const random = new Random(seed, scenario.name);
  const finding = await scenario.run({ random, spendMs, folder });
  const tookSeconds = Math.round((performance.now() - beganMs) / 1_000);
  report(scenario, finding, tookSeconds, folder);
  failed ||= finding.problems.length > 0;
}
if (failed) console.log(howToRepeat());
process.exit(failed ? 1 : 0);

function report({ name, about }: Scenario, finding: Finding, took: number, folder: string): void {
  const { figures, problems, skipped } = finding;
  console.log(`\n${problems.length > 0 ? 'FAILED' : 'held'}: ${name} (${about}; ${took} s)`);
  for (const [what, number] of figures) console.log(`  ${what}: ${number}`);
  for (const why of skipped) console.log(`  skipped: ${why}`);
  for (const problem of problems) console.log(`  ✗ ${problem}`);
  if (existsSync(folder)) console.log(`  what is left of it: ${folder}`);
}

function howToRepeat(): string {
  const names = positionals.map((name) => ` ${name}`).join('');
  return `\nTo repeat: npm run torture -- --seed ${seed} --seconds ${seconds}${names}`;
}

function wholeNumber(option: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (!/^\d{1,9}$/.test(given)) refuse(`--${option} ${given}: a whole number is wanted`);
  return Number(given);
}

function refuse(why: string): never {
  console.error(why);
  process.exit(2);
}
