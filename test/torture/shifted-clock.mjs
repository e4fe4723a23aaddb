/**
 * Loaded before the program (`node --import`): shifts its threads' wall clock from the machine's by the
 * number of ms in the file CLOCK_FILE, whenever that changes. The monotonic clock (`performance.now`, timers)
 * is unaffected, as when an operator sets the time.
 */
import { readFileSync, watchFile } from 'node:fs';
import { performance } from 'node:perf_hooks';
import process from 'node:process';

const LOOK_EVERY_MS = 50;

const file = process.env.CLOCK_FILE;
const SystemDate = Date;
const { timeOrigin } = performance;
let aheadMs = 0;

function read() {
  aheadMs = Number(readFileSync(file, 'utf8'));
}
read();
watchFile(file, { interval: LOOK_EVERY_MS, persistent: false }, read);

function now() {
  return SystemDate.now() + aheadMs;
}

globalThis.Date = new Proxy(SystemDate, {
  construct: (target, given, made) =>
    Reflect.construct(target, given.length > 0 ? given : [now()], made),
  apply: () => new SystemDate(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
Object.defineProperty(performance, 'timeOrigin', { get: () => timeOrigin + aheadMs });
