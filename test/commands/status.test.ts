/** /status: the tutor's state, for people who manage a server or run the program. */
import { createRequire } from 'node:module';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Invocation, Server } from '../../src/chat/port.js';
import { isResting } from '../../src/runs/run.js';
import type { WorkforceStanding } from '../../src/runs/workforce.js';
import { Tutor } from '../support/tutor.js';

const { version } = createRequire(import.meta.url)('#package') as { readonly version: string };

let tutor: Tutor;

beforeEach(() => {
  tutor = new Tutor({ maxRuns: 1 });
});

function within(id: string, changes: Partial<Server> = {}): Partial<Invocation> {
  const server = {
    ...{ id, manages: false, channelId: '11', strangers: () => Promise.resolve([]) },
    ...changes,
  };
  return { server, place: { platform: 'web', key: id, home: id } };
}

test('training and waiting runs, threads, disk and versions, to the asker alone', async () => {
  tutor.pool.hold = true;
  await tutor.say('/fit epochs:20 batch:100', within('discord:1'));
  const step = await tutor.pool.next();
  step.finish();
  const next = await tutor.pool.next();
  await tutor.say('/fit epochs:5 batch:100', within('discord:1'));
  const admin = within('discord:1', { manages: true });
  const { words, audience } = await tutor.say('/status', admin);
  expect(audience).toBe('asker');
  expect(words).toContain('Runs: 1 in progress, 1 waiting for a place, everywhere together.');
  expect(words).toMatch(/\w+ is training: 1 epoch of 20 done\./);
  expect(words).toMatch(/\w+ is waiting for its turn\./);
  expect(words).toContain('Threads: 1 started, 2 at most; no task waits for one.');
  expect(words).toContain('Disk: 3.4 MB of data, of 500 MB that the tutor may take; 120 GB free.');
  expect(words).toMatch(
    new RegExp(`Versions: tutor ${version}, Node.js ${process.versions.node}; `),
  );
  const korean = await tutor.say('/상태', { ...admin, locale: 'ko' });
  expect(korean.words).toContain('모두 합쳐 1개 진행 중, 1개 차례 기다리는 중.');
  next.finish();
  tutor.pool.hold = false;
});

test('a run paused by its owner does not count as training', async () => {
  tutor.pool.hold = true;
  await tutor.say('/fit epochs:20 batch:100', within('discord:1'));
  const step = await tutor.pool.next();
  await tutor.say('/pause', within('discord:1'));
  const admin = within('discord:1', { manages: true });
  expect((await tutor.say('/status', admin)).words).toMatch(/is training: 0 epochs of 20 done/);
  step.finish();
  await expect.poll(async () => isResting(await tutor.newest())).toBe(true);
  const { words } = await tutor.say('/status', admin);
  expect(words).toContain('Runs: none in progress, none waiting');
  expect(words).toMatch(/\w+ is paused: 1 epoch of 20 done\./);
  expect((await tutor.say('/상태', { ...admin, locale: 'ko' })).words).toContain('잠깐 멈춤');
  tutor.pool.hold = false;
});

describe('where worker hosts train', () => {
  const oak = { host: 'oak.internal', slots: 4, busy: 3, draining: false, runningMs: 7_300_000 };
  const elm = { host: 'elm', slots: 2, busy: 1, draining: true, runningMs: 61_000 };
  const all = { state: 'ok', share: 3, slots: 4, workers: [oak, elm], misfits: 1 } as const;
  let standing: WorkforceStanding = all;
  const admin = within('discord:1', { manages: true });
  beforeEach(() => {
    standing = all;
    tutor = new Tutor({ workforce: () => standing });
  });

  test('they are listed instead of threads, their names only to the operator', async () => {
    const { words } = await tutor.say('/status', admin);
    expect(words).not.toContain('Threads:');
    expect(words).toContain(
      'Workers: 2, with 4 threads for all programs that share them; this one may have 3 tasks there at once.',
    );
    expect(words).toContain('Worker 1: 3 tasks under way, 4 threads, running for 2 hours.');
    expect(words).toContain('running for 1 minute; it is shutting down and takes no new tasks.');
    expect(words).toContain('1 worker runs another version of the tutor, so no tasks go there');
    expect(words).not.toMatch(/oak|elm/);
    const operator = await tutor.say('/status', { ...admin, operates: true });
    expect(operator.words).toContain('Worker oak.internal: 3 tasks');
    const korean = await tutor.say('/상태', { ...admin, locale: 'ko' });
    expect(korean.words).toContain('학습용 컴퓨터(worker): 2대');
    expect(korean.words).toContain('컴퓨터 1: 하고 있는 작업 3개, 스레드 4개, 켜진 지 2시간.');
  });

  test.each([
    ['no-redis', 'Workers: Redis cannot be reached', 'Redis에 연결되지 않아'],
    ['no-workers', 'Workers: none is taking tasks; runs wait.', '작업을 받는 컴퓨터가 없어요'],
    ['misfits', 'Workers: all run another version; runs wait.', '버전이 다른 것뿐이에요'],
  ] as const)('%s is reported', async (state, english, korean) => {
    standing = { state, share: 0, slots: 0, workers: [], misfits: 0 };
    expect((await tutor.say('/status', admin)).words).toContain(english);
    expect((await tutor.say('/상태', { ...admin, locale: 'ko' })).words).toContain(korean);
  });
});

test('runs in another server are a number and nothing more', async () => {
  tutor.pool.hold = true;
  await tutor.say('/fit epochs:20 batch:100', within('discord:1'));
  const step = await tutor.pool.next();
  const { record } = await tutor.newest();
  const { words } = await tutor.say('/status', within('discord:2', { manages: true }));
  expect(words).toContain('1 in progress');
  expect(words).not.toContain(record.id);
  step.finish();
  tutor.pool.hold = false;
});

describe('a refusal says who may ask', () => {
  test.each([
    ['in a server', within('discord:1')],
    ['in the room, from elsewhere', {}],
  ])('%s', async (_, who) => {
    const { words, audience } = await tutor.say('/status', who);
    expect(words).toMatch(/^Only .+ can see how/);
    expect(words).not.toContain('Runs');
    expect(audience).toBe('asker');
  });
});

test('the person at the machine may', async () => {
  expect((await tutor.say('/status', { operates: true })).words).toContain(`tutor ${version}`);
});
