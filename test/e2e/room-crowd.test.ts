/** A class in the study room: its runs share a board, so that nobody's message is pushed out of view. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { WireEntry } from '../../src/adapters/web/wire.js';
import { startBuilt, type BuiltProgram } from '../support/built-program.js';
import { keptRuns } from '../support/kept-runs.js';
import { Visitor } from '../support/scripted-room.js';

const LEARNERS = 30;
const EPOCHS = 10;
const IN_SIGHT = 4;

let dataDir: string;
let program: BuiltProgram;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'tutor-e2e-'));
  program = await startBuilt(dataDir);
});
afterEach(async () => {
  await program.end();
  rmSync(dataDir, { recursive: true });
});

/** An entry of the room, state by state. */
interface Said {
  readonly states: string[];
  /** The owner's name. */
  readonly name: string | undefined;
}

class Log {
  readonly entries = new Map<number, Said>();

  /** Listens to the room until it is closed or the program ends. */
  async follow(visitor: Visitor): Promise<void> {
    const events = await visitor.listen();
    const heard = async (): Promise<void> => {
      // The stream ends with the program.
      for (;;) this.#note(await events.entry());
    };
    void heard().catch(() => undefined);
  }

  #note({ id, body, name }: WireEntry): void {
    if (body.kind !== 'answer') return;
    const said = this.entries.get(id) ?? { states: [], name };
    this.entries.set(id, said);
    const codes = body.blocks.flatMap((block) => (block.kind === 'code' ? [block.text] : []));
    said.states.push([body.spoken, ...codes, JSON.stringify(body.blocks)].join('\n'));
  }

  get all(): readonly Said[] {
    return [...this.entries.values()];
  }

  boards(): readonly Said[] {
    return this.all.filter(({ states }) =>
      states.some((text) => text.includes('Runs in progress')),
    );
  }

  ends(): readonly Said[] {
    return this.all.filter(({ states }) => states.some((text) => text.includes('Done.')));
  }
}

it('thirty learners: four messages and a board; killed midway, each ends once, with the measured numbers', async () => {
  const log = new Log();
  const learners = await Promise.all(
    Array.from({ length: LEARNERS }, () => Visitor.at(program.address)),
  );
  const [first] = learners;
  if (!first) throw new Error('there are learners');
  await log.follow(first);
  for (const [index, learner] of learners.entries()) {
    await learner.post('/api/name', { name: `Learner ${String(index).padStart(3, '0')}` });
    await learner.type(`/fit epochs:${EPOCHS} batch:100 seed:${index + 1}`);
  }
  await expect.poll(() => log.boards().length, { timeout: 60_000 }).toBe(1);
  await expect.poll(() => board(log), { timeout: 60_000 }).toMatch(/ [2-9]\/10 /);
  const going = log.all.filter(({ states }) => states.some((text) => /Epoch \d/.test(text)));
  expect(going.length).toBeLessThanOrEqual(IN_SIGHT);

  await program.end('SIGKILL');
  program = await startBuilt(dataDir, Number(new URL(program.address).port));
  await log.follow(first);
  await expect.poll(() => log.ends().length, { timeout: 180_000, interval: 200 }).toBe(LEARNERS);
  await expect.poll(() => board(log), { timeout: 60_000 }).toContain('All 26 runs are over');

  await program.end();
  const kept = await keptRuns(dataDir);
  expect(kept).toHaveLength(LEARNERS);
  for (const { state } of kept) {
    const { id, ownerName } = state.record;
    const own = log.ends().filter(({ states }) => states.some((text) => text.includes(id)));
    expect(
      own.map(({ name }) => name),
      id,
    ).toEqual([ownerName]);
    const line = board(log)
      .split('\n')
      .find((text) => text.includes(ownerName));
    const { loss, metric } = state.finished.at(-1)?.logs ?? { loss: NaN, metric: NaN };
    if (line !== undefined) {
      expect(line).toContain(`10/10 ${loss.toFixed(4)} ${metric.toFixed(4)}`);
    }
  }
}, 400_000);

function board(log: Log): string {
  return log.boards()[0]?.states.at(-1) ?? '';
}
