import { beforeEach, describe, expect, test } from 'vitest';
import { isResting } from '../../src/runs/run.js';
import type { HeldEpoch } from '../support/scripted-pool.js';
import { Tutor } from '../support/tutor.js';

let tutor: Tutor;
const stranger = { user: { id: 'web:2', name: 'Jun' } };

beforeEach(() => {
  tutor = new Tutor();
  tutor.pool.hold = true;
});

async function begin(): Promise<{ id: string; epoch: HeldEpoch }> {
  await tutor.say('/fit epochs:3 batch:100');
  const epoch = await tutor.pool.next();
  return { id: (await tutor.newest()).record.id, epoch };
}

/** Paused after its first epoch. */
async function rested(): Promise<string> {
  const { id, epoch } = await begin();
  await tutor.say('/pause');
  epoch.finish();
  await expect.poll(async () => isResting(await tutor.newest())).toBe(true);
  await expect.poll(() => tutor.port.seen.at(-1)).toContain('paused');
  return id;
}

const labels = (): readonly string[] => (tutor.port.latest.buttons ?? []).map(({ label }) => label);

test('a press says which epoch is waited for, and the message says so and offers to resume', async () => {
  const { id, epoch } = await begin();
  expect(await tutor.say(`/pause run:${id}`, { pressed: true })).toMatchObject({
    audience: 'asker',
    words: `Run ${id} pauses after epoch 1, the current one. /resume ${id} continues it; until then it counts as one of your runs.`,
  });
  await expect.poll(labels).toEqual(['Stop', 'Resume', 'In slow motion', 'Narrow, for phones']);
  epoch.finish();
  await expect.poll(() => tutor.port.seen.at(-1)).toBe(`Run ${id} is paused after epoch 1 of 3.`);
  expect(labels()).toEqual(['Stop', 'Resume', 'In slow motion', 'Narrow, for phones']);
  // Others get its share of the edits.
  await expect.poll(() => tutor.port.live.size).toBe(0);
  expect((await tutor.say('/runs')).words).toContain('paused, 1 epoch done.');
});

test('its button resumes it in the same message', async () => {
  const id = await rested();
  const goOn = tutor.port.latest.buttons?.[1]?.command ?? '';
  expect(await tutor.say(goOn, { pressed: true })).toMatchObject({
    audience: 'asker',
    words: `Run ${id} continues from where it was.`,
  });
  for (const _ of [2, 3]) (await tutor.pool.next()).finish();
  expect((await tutor.runs.ended(id)).finished).toHaveLength(3);
  await tutor.liveRuns.settled(id);
  expect(tutor.port.seen.at(-1)).toContain('is done');
  expect(tutor.port.seen.filter((seen) => seen.startsWith('fresh'))).toEqual([]);
});

test('the next process shows that it is paused, and how to resume it', async () => {
  const { id } = await begin();
  await tutor.say('/pause');
  const next = new Tutor({ earlier: tutor });
  await next.resume();
  await expect.poll(() => next.port.seen.at(-1)).toBe(`Run ${id} is paused after epoch 0 of 3.`);
  await expect.poll(() => next.port.live.size).toBe(0);
  expect((await next.say('/resume')).words).toContain('continues');
  expect((await next.runs.ended(id)).phase).toBe('completed');
});

test('if its message was deleted meanwhile, it stops on resuming', async () => {
  const id = await rested();
  const { MessageGone } = await import('../../src/chat/port.js');
  tutor.port.answers.push(() => Promise.reject(new MessageGone('deleted')));
  await tutor.say('/resume');
  expect((await tutor.runs.ended(id)).phase).toBe('stopped');
});

test('it is stopped like any other', async () => {
  const id = await rested();
  await tutor.say('/stop');
  expect((await tutor.runs.ended(id)).phase).toBe('stopped');
  await tutor.liveRuns.settled(id);
  expect(tutor.port.seen.at(-1)).toContain('was stopped in epoch 1 of 3');
  expect((await tutor.say(`/resume ${id}`)).words).toBe(`Run ${id} is not paused.`);
  expect((await tutor.say(`/pause ${id}`)).words).toContain('over or ending');
});

test('if there are several, it asks which', async () => {
  const ids = [await rested(), (await begin()).id];
  expect((await tutor.say('/pause')).words).toContain(`Run ${ids[1] ?? ''} pauses after`);
  const { words, message } = await tutor.say('/resume');
  expect(words).toBe('Which of your paused runs should continue?');
  expect(message.buttons?.map(({ command }) => command)).toEqual(
    ids.map((id) => `/resume run:${id}`),
  );
});

describe('says in one sentence', () => {
  test('that nothing is in progress, or paused', async () => {
    expect((await tutor.say('/pause')).words).toBe('You have no run that can be paused right now.');
    expect((await tutor.say('/resume')).words).toContain('You have no paused run');
  });

  test('whose it is; moderators can do it', async () => {
    const { id } = await begin();
    const theirs = `Run ${id} belongs to Mina; only its owner may pause or resume it.`;
    expect((await tutor.say(`/pause ${id}`, stranger)).words).toBe(theirs);
    expect((await tutor.say(`/resume ${id}`, stranger)).words).toBe(theirs);
    const { words } = await tutor.say(`/pause ${id}`, { ...stranger, moderates: true });
    expect(words).toContain('pauses after epoch 1');
  });
});
