/** A front and workers as real processes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TestFleet, type FrontProcess } from '../support/fleet.js';
import { startBuilt } from '../support/built-program.js';
import { computed, keptRuns } from '../support/kept-runs.js';
import { redisMissing } from '../support/redis-server.js';
import { Visitor, type EventStream } from '../support/scripted-room.js';

const lesson = '/fit epochs:20 batch:10 seed:7';

/** Waits until an answer says it. */
async function heard(events: EventStream, wanted: RegExp): Promise<string> {
  for (;;) {
    const { body, isMine } = await events.entry();
    if (isMine && body.kind === 'answer' && wanted.test(body.spoken)) return body.spoken;
  }
}

async function trainOn(address: string, line: string, until: RegExp): Promise<void> {
  const visitor = await Visitor.at(address);
  const events = await visitor.listen();
  await visitor.type(line);
  await heard(events, until);
  events.close();
}

/** What its first run came to, once it has ended. */
async function outcome(front: FrontProcess) {
  front.kill('SIGTERM');
  await front.exited;
  const [run] = await keptRuns(front.dataDir);
  return computed(run);
}

describe.skipIf(redisMissing)('a fleet', () => {
  let fleet: TestFleet;
  let alone: ReturnType<typeof computed>;

  beforeAll(async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'tutor-alone-'));
    const program = await startBuilt(dataDir, 0, { WORKER_THREADS: '1' });
    await trainOn(program.address, lesson, /is done: 20 epochs/);
    await program.end();
    alone = computed((await keptRuns(dataDir))[0]);
    rmSync(dataDir, { recursive: true });
  });
  beforeEach(async () => {
    fleet = await TestFleet.start('a-password-of-redis');
  });
  afterEach(() => fleet.close());

  test('trains the lesson on two workers to the very same bits as one process does', async () => {
    const workers = [fleet.worker(), fleet.worker()];
    await Promise.all(workers.map(({ ready }) => ready));
    const front = fleet.front();
    await trainOn((await front.ready).address, lesson, /is done: 20 epochs/);
    expect(await outcome(front)).toStrictEqual(alone);
    expect([...front.printed, ...workers.flatMap(({ printed }) => printed)].join()).not.toContain(
      'a-password-of-redis',
    );
  });
});
