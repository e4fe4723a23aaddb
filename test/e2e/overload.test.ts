import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WireAnswer } from '../../src/adapters/web/wire.js';
import { startBuilt, type BuiltProgram } from '../support/built-program.js';
import { Visitor, type EventStream } from '../support/scripted-room.js';

let dataDir: string;
let program: BuiltProgram;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'tutor-e2e-'));
  program = await startBuilt(dataDir, 0, { MAX_RUNS: '1' });
});
afterAll(async () => {
  await program.end();
  rmSync(dataDir, { recursive: true });
});

/** A person's answers, change by change, until an answer's sentence matches. */
async function heard(events: EventStream, wanted: RegExp): Promise<readonly string[]> {
  const said: string[] = [];
  for (;;) {
    const { body, isMine } = await events.entry();
    if (!isMine || body.kind !== 'answer') continue;
    said.push(words(body));
    if (wanted.test(body.spoken)) return said;
  }
}

const words = ({ spoken, blocks }: WireAnswer): string => `${spoken} ${JSON.stringify(blocks)}`;

it('if one run is allowed at a time, a second person’s waits, says so, and starts by itself', async () => {
  const ada = await Visitor.at(program.address);
  const eve = await Visitor.at(program.address);
  const [adas, eves] = await Promise.all([ada.listen(), eve.listen()]);
  await ada.type('/fit epochs:500 batch:10');
  await heard(adas, /epoch \d+ of 500/);

  await eve.type('/fit epochs:2 batch:100');
  const waiting = await heard(eves, /it is 1st in the queue/);
  expect(waiting, 'its place is in its very first message').toHaveLength(1);
  expect(waiting[0]).toContain('It starts by itself as soon as another run ends.');

  await ada.type('/stop');
  const all = await heard(eves, /is done: 2 epochs/);
  expect(all.join()).toMatch(/epoch [12] of 2/);
  expect(all.at(-1)).not.toMatch(/queue|place/);
  adas.close();
  eves.close();
}, 240_000);
