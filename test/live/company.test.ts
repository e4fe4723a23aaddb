import { beforeEach, expect, test } from 'vitest';
import type { Place } from '../../src/chat/port.js';
import { Company } from '../../src/live/company.js';

const study: Place = { platform: 'slack', key: 'study' };
const thread: Place = { platform: 'slack', key: 'thread', channel: 'study' };
const other: Place = { platform: 'slack', key: 'other' };
const mina = { id: 'slack:mina', name: 'Mina' };

let company: Company;

beforeEach(() => {
  company = new Company();
});

/** The time every message gets between two edits with that many live, in ms. */
const shared = (live: number, eachMs = 1_500) => ({
  budget: {
    take: () => Promise.resolve(),
    intervalMs: () => live * eachMs,
    intervalOfNext: (_where: Place, aboutToBe: readonly Place[]) =>
      (live + aboutToBe.length + 1) * eachMs,
  },
});

function enter(
  ownerId: string,
  place: Place,
  as: 'opening' | 'message' | 'line' = 'message',
): void {
  company.enter(`${ownerId}'s run at ${place.key} ${as}`, { place, ownerId, as });
}

test('with somebody else’s run there, more than two seconds between edits is too slow for one more', () => {
  enter('slack:ben', study);
  expect(company.isCrowded({ place: study, user: mina }, shared(1, 1_000)), '2 s').toBe(false);
  expect(company.isCrowded({ place: study, user: mina }, shared(1, 1_001)), '2.002 s').toBe(true);
});

test('if there is a board, the next run joins it even if edits would suffice; but not if all of it is paused', () => {
  const quick = shared(0, 1);
  company.enter('r1', { place: study, ownerId: 'slack:ben', as: 'line' });
  expect(company.isCrowded({ place: study, user: mina }, quick)).toBe(true);
  company.enter('r1', { place: study, ownerId: 'slack:ben', as: 'line', rests: () => true });
  expect(company.isCrowded({ place: study, user: mina }, quick)).toBe(false);
});

test('a thread is part of its channel', () => {
  enter('slack:ben', study);
  expect(company.isCrowded({ place: thread, user: mina }, shared(1))).toBe(true);
});

test('a person alone in a channel never joins a board, however busy the rest of the workspace is', () => {
  for (let one = 0; one < 30; one += 1) enter(`slack:${one}`, other);
  expect(company.isCrowded({ place: study, user: mina }, shared(30))).toBe(false);
  enter(mina.id, study);
  expect(company.isCrowded({ place: study, user: mina }, shared(31)), 'her own').toBe(false);
});

test('messages about to be posted count, as nobody edits them yet', () => {
  enter('slack:ben', study, 'opening');
  expect(company.isCrowded({ place: study, user: mina }, shared(0, 1_001))).toBe(true);
  company.leave("slack:ben's run at study opening");
  expect(company.isCrowded({ place: study, user: mina }, shared(0, 1_001))).toBe(false);
});

test('if answers have their own edit limits, or nothing can be posted, there is no board', () => {
  enter('slack:ben', study);
  const asked = { place: study, user: mina };
  expect(company.isCrowded({ ...asked, hasOwnEdits: true }, shared(9))).toBe(false);
  expect(company.isCrowded(asked, { ...shared(9), posts: () => false })).toBe(false);
  expect(company.isCrowded(asked, { ...shared(9), posts: () => true })).toBe(true);
});

test('if edits are plenty, the number of visible messages counts; lines of a board are in one', () => {
  const room = {
    budget: { take: () => Promise.resolve(), intervalMs: () => 250 },
    inSight: 2,
  };
  const asked = { place: study, user: mina };
  enter('slack:ben', study);
  for (const one of ['ida', 'jun', 'kim']) enter(`slack:${one}`, study, 'line');
  expect(company.isCrowded(asked, room)).toBe(false);
  enter('slack:leo', study, 'opening');
  expect(company.isCrowded(asked, room)).toBe(true);
});
