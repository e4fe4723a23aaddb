/** /status: how the tutor stands, for those who manage a server or run the program. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Invocation, Server } from '../../src/chat/port.js';
import { isResting } from '../../src/runs/run.js';
import { Tutor } from '../support/tutor.js';

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

test('what trains and waits, threads, disk and versions, to the asker alone', async () => {
  tutor.pool.hold = true;
  await tutor.say('/fit epochs:20 batch:100', within('discord:1'));
  const step = await tutor.pool.next();
  step.finish();
  const next = await tutor.pool.next();
  await tutor.say('/fit epochs:5 batch:100', within('discord:1'));
  const admin = within('discord:1', { manages: true });
  const { words, audience } = await tutor.say('/status', admin);
  expect(audience).toBe('asker');
  expect(words).toContain('Runs: 1 going on, 1 waiting for a place, everywhere together.');
  expect(words).toMatch(/\w+ is training: 1 epoch of 20 done\./);
  expect(words).toMatch(/\w+ is waiting for its turn\./);
  expect(words).toContain('Threads: 1 started, 2 at most; no task waits for one.');
  expect(words).toContain('Disk: 3.4 MB of data, of 500 MB that the tutor may take; 120 GB free.');
  expect(words).toMatch(new RegExp(`Versions: tutor 0.1.0, Node.js ${process.versions.node}; `));
  const korean = await tutor.say('/상태', { ...admin, locale: 'ko' });
  expect(korean.words).toContain('모두 합쳐 1개 진행 중, 1개 차례 기다리는 중.');
  next.finish();
  tutor.pool.hold = false;
});

test('a run that its owner paused does not train', async () => {
  tutor.pool.hold = true;
  await tutor.say('/fit epochs:20 batch:100', within('discord:1'));
  const step = await tutor.pool.next();
  await tutor.say('/pause', within('discord:1'));
  const admin = within('discord:1', { manages: true });
  expect((await tutor.say('/status', admin)).words).toMatch(/is training: 0 epochs of 20 done/);
  step.finish();
  await expect.poll(async () => isResting(await tutor.newest())).toBe(true);
  const { words } = await tutor.say('/status', admin);
  expect(words).toContain('Runs: none going on, none waiting');
  expect(words).toMatch(/\w+ is paused: 1 epoch of 20 done\./);
  expect((await tutor.say('/상태', { ...admin, locale: 'ko' })).words).toContain('잠깐 멈춤');
  tutor.pool.hold = false;
});

test('what trains in another server is a number and nothing more', async () => {
  tutor.pool.hold = true;
  await tutor.say('/fit epochs:20 batch:100', within('discord:1'));
  const step = await tutor.pool.next();
  const { record } = await tutor.newest();
  const { words } = await tutor.say('/status', within('discord:2', { manages: true }));
  expect(words).toContain('1 going on');
  expect(words).not.toContain(record.id);
  step.finish();
  tutor.pool.hold = false;
});

describe('who may not is told who may', () => {
  test.each([
    ['in a server', within('discord:1')],
    ['in the room, from elsewhere', {}],
  ])('%s', async (_, who) => {
    const { words, audience } = await tutor.say('/status', who);
    expect(words).toContain('How the tutor stands is told to');
    expect(words).not.toContain('Runs');
    expect(audience).toBe('asker');
  });
});

test('whoever sits at the machine may', async () => {
  expect((await tutor.say('/status', { operates: true })).words).toContain('0.1.0');
});
