import { beforeEach, describe, expect, test } from 'vitest';
import { Tutor } from '../support/tutor.js';

let tutor: Tutor;
const stranger = { user: { id: 'web:2', name: 'Jun' } };

beforeEach(() => {
  tutor = new Tutor();
  tutor.pool.hold = true;
});

async function begin(): Promise<string> {
  await tutor.say('/fit epochs:3');
  return (await tutor.newest()).record.id;
}

test('a single run needs no name', async () => {
  const id = await begin();
  const { audience, words } = await tutor.say('/stop');
  expect(audience).toBe('asker');
  expect(words).toBe(`Run ${id} stops after the current iteration; its result is kept.`);
  expect((await tutor.runs.ended(id)).phase).toBe('stopped');
});

test('a run waiting in the queue is removed from it by its button', async () => {
  tutor = new Tutor({ maxRuns: 1 });
  tutor.pool.hold = true;
  await tutor.say('/fit', stranger);
  const { words, message } = await tutor.say('/fit');
  const { id } = (await tutor.newest()).record;
  expect(words).toContain(
    `Run ${id} on churn is waiting for a free place: it is 1st in the queue.`,
  );
  const stop = message.buttons?.[0]?.command ?? '';
  expect(await tutor.say(stop, { pressed: true })).toMatchObject({
    audience: 'asker',
    words: `Run ${id} was taken out of the queue; it had not started.`,
  });
  expect(await tutor.runs.ended(id)).toMatchObject({ phase: 'stopped', finished: [] });
  await tutor.liveRuns.settled(id);
  expect(tutor.port.seen.at(-1)).toBe(`Run ${id} was stopped before its first iteration.`);
});

test('a run that waits for workers without an epoch has no result, and /stop does not wait for one', async () => {
  tutor = new Tutor({ workers: { reachable: false, onChange: () => () => undefined } });
  const id = await begin();
  await expect.poll(async () => (await tutor.newest()).waitsForWorkers).toBe(true);
  expect(await tutor.say('/stop')).toMatchObject({
    audience: 'asker',
    words: `Run ${id} stops. No epoch was finished, so there is no result.`,
  });
  expect(await tutor.runs.ended(id)).toMatchObject({ phase: 'stopped', finished: [] });
});

test('if there are two runs it asks which, one press each', async () => {
  const ids = [await begin(), await begin()];
  const { words, message } = await tutor.say('/stop');
  expect(words).toBe('You have more than one run going. Which one should stop?');
  expect(message.buttons?.map(({ command }) => command)).toEqual(
    ids.map((id) => `/stop run:${id}`),
  );
  await tutor.say(message.buttons?.[0]?.command ?? '', { pressed: true });
  expect((await tutor.runs.ended(ids[0] ?? '')).phase).toBe('stopped');
  expect(tutor.runs.active('web:1').map(({ record }) => record.id)).toEqual([ids[1]]);
});

describe("another's run", () => {
  test('cannot be stopped', async () => {
    const id = await begin();
    expect(await tutor.say(`/stop ${id}`, stranger)).toMatchObject({
      audience: 'asker',
      words: `Run ${id} belongs to Mina; only its owner may stop it.`,
    });
    expect((await tutor.newest()).phase).not.toBe('stopping');
  });

  test("'s owner cannot change the sentence through their name", async () => {
    await tutor.say('/fit', { user: { id: 'web:3', name: 'Mi\u202Ena\n' } });
    const [run] = await tutor.runs.recent('web:3', 1);
    const { words } = await tutor.say(`/stop ${run?.record.id ?? ''}`, stranger);
    expect(words).toContain('belongs to Mi na; only its owner');
  });

  test('can be stopped by a moderator', async () => {
    const id = await begin();
    await tutor.say(`/stop ${id}`, { ...stranger, moderates: true });
    expect((await tutor.runs.ended(id)).phase).toBe('stopped');
  });

  test('does not count as mine', async () => {
    await begin();
    const { words } = await tutor.say('/stop', stranger);
    expect(words).toBe('You have no run going, so there is nothing to stop.');
  });
});

test('a finished run stays as it ended', async () => {
  tutor.pool.hold = false;
  const { record } = await tutor.train('/fit epochs:1 pace:fast');
  const { words } = await tutor.say(`/stop ${record.id.toUpperCase()}`);
  expect(words).toBe(`Run ${record.id} was already over.`);
});

test('an unknown run', async () => {
  const { words } = await tutor.say('/stop run:nowhere');
  expect(words).toBe('You have no run nowhere, and none was posted here; /runs lists yours.');
  expect((await tutor.say('/stop run:no\u202Ewhere')).words).toContain('no run no where');
});
