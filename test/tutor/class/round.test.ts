import { expect, test } from 'vitest';
import { deal, phaseOf, settingsOf, type Participant } from '../../../src/tutor/class/round.js';
import { dealtRun, plan, round } from '../../support/class-samples.js';

/** All participants, dealt one after the other. */
function dealtTo(people: number, choices: number): readonly Participant[] {
  const all: Participant[] = [];
  for (let index = 0; index < people; index += 1) {
    all.push({ userId: `u${index}`, name: `N${index}`, ...deal(all, choices) });
  }
  return all;
}

test.each([
  [1, 4],
  [7, 4],
  [100, 8],
  [100, 3],
])('%i people get %i values evenly, and no two the same run', (people, choices) => {
  const all = dealtTo(people, choices);
  const counts = Array.from(
    { length: choices },
    (_, index) => all.filter(({ choice }) => choice === index).length,
  );
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  expect(new Set(all.map(({ choice, turn }) => `${choice} ${turn}`)).size).toBe(people);
});

test('leaving makes room for the next person, and returning gives the same deal', () => {
  const [first, second, third, fourth] = dealtTo(4, 2);
  if (!first || !second || !third || !fourth) throw new Error('four were dealt to');
  const gone = { ...second, hasLeft: true } as const;
  const newcomer = deal([first, gone, third, fourth], 2);
  expect(newcomer).toEqual({ choice: second.choice, turn: second.turn });
  const five = [first, third, fourth, { userId: 'u5', name: 'N5', ...newcomer }];
  expect(deal(five, 2, gone)).toEqual({ choice: second.choice, turn: 2 });
});

test('the first of each value share a seed, the second the next, even past the largest', () => {
  const two = plan([10, 100], { seed: 2 ** 32 - 1 });
  const seeds = [0, 1].flatMap((choice) =>
    [0, 1].map((turn) => settingsOf(two, { choice, turn }).seed),
  );
  expect(seeds).toEqual([2 ** 32 - 1, 0, 2 ** 32 - 1, 0]);
  expect(settingsOf(two, { choice: 1, turn: 0 }).batchSize).toBe(100);
});

test('a round is open, trains, and is over', () => {
  const going = [dealtRun(plan(), 0, 0, [0.5], 'none')];
  const over = [dealtRun(plan(), 0, 0, [0.5, 0.4, 0.3])];
  expect(phaseOf(round(), false, going, 999)).toBe('open');
  expect(phaseOf(round(), false, going, 1_000)).toBe('training');
  expect(phaseOf(round(), true, going, 0)).toBe('training');
  expect(phaseOf(round(), true, over, 0)).toBe('over');
  expect(phaseOf(round(), false, [], 1_000)).toBe('over');
});
