import { afterEach, beforeEach, expect, it } from 'vitest';
import { CLASS_RESTS_MS, MAX_PEOPLE } from '../../src/tutor/class/round.js';
import { steadyNowMs } from '../../src/clock.js';
import { channelOf } from '../../src/chat/port.js';
import { lab, round } from '../support/class-samples.js';
import { StoredRuns } from '../support/stored-runs.js';

const ada = { id: 'web:ada', name: 'Ada' };
const eve = { id: 'web:eve', name: 'Eve' };
const later = (): number => steadyNowMs() + 60_000;
const here = channelOf(lab.place);

let on: StoredRuns;
beforeEach(() => {
  on = new StoredRuns();
});
afterEach(() => {
  on.close();
});

it('one class per channel at a time, until it has been idle long enough or is ended', async () => {
  const { classes } = on.stores;
  const first = round({ endsAtMs: later() });
  expect((await classes.open(lab, first, 'req1')).round).toEqual(first);
  const other = { ...lab, id: 'other2', teacherId: 'web:eve' };
  const theirs = round({ id: 'rnd999', classId: 'other2' });
  expect((await classes.open(other, theirs)).lab).toEqual(lab);
  expect((await classes.ofRequest('req1'))?.round.id).toBe(first.id);
  const elsewhere = { ...other, place: { platform: 'web', key: 'else' } } as const;
  expect((await classes.open(elsewhere, theirs)).lab.id).toBe('other2');

  const rested = first.endsAtMs + CLASS_RESTS_MS;
  expect(await classes.goingIn(here, rested - 1)).toBeDefined();
  expect(await classes.goingIn(here, rested)).toBeUndefined();
  await classes.end(lab.id, steadyNowMs());
  expect(await classes.goingIn(here, steadyNowMs())).toBeUndefined();
});

it('the newest round stands for its class, and extends it', async () => {
  const { classes } = on.stores;
  await classes.open(lab, round({ endsAtMs: later() }));
  const second = round({ id: 'rnd2', number: 2, endsAtMs: later() + 1_000 });
  await classes.addRound(second, 'req2');
  const now = await classes.goingIn(here, second.endsAtMs + CLASS_RESTS_MS - 1);
  expect(now?.round).toEqual(second);
});

it('deals once to each, keeps the first guess, and deals the same to people who return', async () => {
  const { classes } = on.stores;
  const { id, endsAtMs } = round({ endsAtMs: later() });
  await classes.open(lab, round({ endsAtMs }));
  const dealt = await classes.join(id, ada, endsAtMs - 1);
  expect(dealt).toEqual({ userId: ada.id, name: 'Ada', choice: 0, turn: 0 });
  expect(await classes.join(id, ada, endsAtMs - 1)).toEqual(dealt);
  expect((await classes.join(id, eve, 0))?.choice).toBe(1);
  expect(await classes.guess(id, ada.id, 1)).toBe(true);
  expect(await classes.guess(id, ada.id, 0)).toBe(false);
  expect(await classes.guess(id, 'web:nobody', 0)).toBe(false);
  expect([await classes.leave(id, ada.id), await classes.leave(id, ada.id)]).toEqual([true, false]);
  expect(await classes.join(id, ada, 0)).toEqual({ ...dealt, guess: 1 });
});

it('nobody joins too late, after closing, or when it is full', async () => {
  const { classes } = on.stores;
  const { id, endsAtMs } = round({ endsAtMs: later() });
  await classes.open(lab, round({ endsAtMs }));
  expect(await classes.join(id, ada, endsAtMs)).toBeUndefined();
  const all = Array.from({ length: MAX_PEOPLE }, (_, index) => ({ id: `web:${index}`, name: 'N' }));
  for (const person of all) expect(await classes.join(id, person, 0)).toBeDefined();
  expect(await classes.join(id, ada, 0)).toBeUndefined();
  await classes.leave(id, 'web:7');
  expect((await classes.join(id, ada, 0))?.choice).toBe(1);
  expect((await classes.unclosed()).map(({ round: one }) => one.id)).toEqual([id]);
  await classes.closeRound(id);
  expect(await classes.join(id, eve, 0)).toBeUndefined();
  expect(await classes.unclosed()).toEqual([]);
});

it('is deleted with its teacher, a participant alone', async () => {
  const { classes, personalData } = on.stores;
  const { id, endsAtMs } = round({ endsAtMs: later() });
  await classes.open(lab, round({ endsAtMs }));
  for (const person of [ada, eve]) await classes.join(id, person, 0);
  await classes.guess(id, ada.id, 1);
  expect(await personalData.counts(ada.id)).toMatchObject({ classes: 0, classRounds: 1 });
  const hers = new TextDecoder().decode(await personalData.export(ada.id));
  expect(JSON.parse(hers)).toMatchObject({ class_participants: [{ name: 'Ada', guess: 1 }] });
  expect(hers).not.toContain('Kim');
  await personalData.forget(ada.id, '');
  expect((await classes.find(id))?.participants.map(({ name }) => name)).toEqual(['Eve']);

  expect(await personalData.counts(lab.teacherId)).toMatchObject({ classes: 1, classRounds: 0 });
  const teachers = JSON.parse(
    new TextDecoder().decode(await personalData.export(lab.teacherId)),
  ) as object;
  expect(teachers).toMatchObject({ classes: [{ lab }], classRounds: [{ round: { id } }] });
  await personalData.forget(lab.teacherId, '');
  expect(await classes.find(id)).toBeUndefined();
  expect((await personalData.counts(eve.id)).classRounds).toBe(0);
});
