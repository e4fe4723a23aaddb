import { describe, expect, test } from 'vitest';
import { plain } from '../../../src/content/text.js';
import { translator } from '../../../src/content/translator.js';
import type { RunState } from '../../../src/runs/run.js';
import { choiceLines, findingsOf } from '../../../src/tutor/class/conclusion.js';
import { outcomeOf } from '../../../src/tutor/class/outcome.js';
import type { Participant } from '../../../src/tutor/class/round.js';
import { classTable } from '../../../src/tutor/class/table.js';
import { dealtRun, plan } from '../../support/class-samples.js';

const t = translator('en');
const three = plan([10, 100, 1000]);
const ending = (choice: number, turn: number, loss: number): RunState =>
  dealtRun(three, choice, turn, [0.6, 0.55, loss]);
const found = (states: readonly RunState[], people: readonly Participant[] = []) =>
  findingsOf(three, outcomeOf(three, states), people, t).map(plain);

describe('what counts', () => {
  test('the mean of each value, from the lowest to the highest of its runs, over all epochs', () => {
    const { choices } = outcomeOf(three, [
      ...[ending(0, 0, 0.3), ending(0, 1, 0.32), ending(2, 0, 0.5)],
    ]);
    expect(choices.map(({ choice }) => choice)).toEqual([0, 2]);
    const [first] = choices;
    expect(first?.loss.mean).toBeCloseTo(0.31, 12);
    expect([first?.loss.least, first?.loss.most]).toEqual([0.3, 0.32]);
    expect(first?.curve[1]).toBeCloseTo(0.55, 12);
    expect(first?.updates).toBe(2400);
  });

  test('not what was stopped, nor what overflowed', () => {
    const stopped = dealtRun(three, 1, 0, [0.6], 'stopped');
    const lost = dealtRun(three, 2, 0, [0.6, NaN, NaN]);
    const { choices, uncounted, best } = outcomeOf(three, [ending(0, 0, 0.3), stopped, lost]);
    expect([choices.length, uncounted, best]).toEqual([1, 2, []]);
  });

  test('within 1 % of the lowest counts as equal, and as right', () => {
    const states = [ending(0, 0, 0.302), ending(1, 0, 0.3), ending(2, 0, 0.304)];
    expect(outcomeOf(three, states).best).toEqual([0, 1]);
  });
});

describe('what is said', () => {
  test('one line for each value that was trained', () => {
    const outcome = outcomeOf(three, [ending(0, 0, 0.3), ending(0, 1, 0.32), ending(2, 0, 0.5)]);
    expect(choiceLines(three, outcome, t).map(plain)).toEqual([
      'batch:10: loss 0.3100 (0.3000–0.3200), accuracy 0.6900 (0.6800–0.7000), 2 runs of 2,400 weight updates',
      'batch:1000: loss 0.5000, accuracy 0.5000, 1 run of 24 weight updates',
    ]);
  });

  test('chance is told from the value where the ranges part, and not where they mix', () => {
    const apart = [ending(0, 0, 0.3), ending(0, 1, 0.32), ending(1, 0, 0.4), ending(1, 1, 0.41)];
    expect(found(apart)).toEqual([
      'After 3 epochs the training loss is lowest with batch:10 (0.3100) and highest with batch:100 (0.4050).',
      'That is more than the seeds’ chance: every run with batch:10 ended lower than every run with batch:100 (means 0.0950 apart; runs of one value up to 0.0200).',
    ]);
    const mixed = [ending(0, 0, 0.3), ending(0, 1, 0.36), ending(1, 0, 0.35), ending(1, 1, 0.37)];
    expect(found(mixed)[1]).toMatch(/^Chance matters here: .* 0\.0300 apart, .* up to 0\.0600/);
    expect(found([ending(0, 0, 0.3), ending(1, 0, 0.4)])[1]).toContain('cannot be told');
  });

  test('with fewer than two values, and with none', () => {
    expect(found([ending(0, 0, 0.3)])).toEqual([
      'Only one value was trained to the end, so there is nothing to compare.',
    ]);
    expect(found([])).toEqual(['No run was trained to the end, so there is nothing to compare.']);
  });

  test('how many were right', () => {
    const states = [ending(0, 0, 0.3), ending(1, 0, 0.4)];
    const guessing = (guess: number): Participant => ({
      ...{ userId: `u${guess}`, name: 'N', choice: 0, turn: 0, guess },
    });
    expect(found(states, [guessing(0), guessing(2)]).at(-1)).toBe(
      '2 people said what they expected; one was right (batch:10).',
    );
    expect(found([ending(0, 0, 0.3)], [guessing(0)]).at(-1)).toContain('was not measured');
  });
});

test('the table: a row for everyone, names that no spreadsheet takes for formulas', () => {
  const states = [ending(0, 0, 0.3), ending(1, 0, 0.4)];
  const people: readonly Participant[] = [
    { userId: 'web:r10', name: '김민아, "1"', choice: 1, turn: 0, guess: 1 },
    { userId: 'web:r00', name: '=HYPERLINK("x")', choice: 0, turn: 0, guess: 0 },
    { userId: 'web:gone', name: 'Gone', choice: 2, turn: 0, hasLeft: true },
  ];
  expect(classTable(three, people, states).split('\r\n')).toEqual([
    '\uFEFFsetting,name,epochs,loss,accuracy,expected,prediction,run',
    `batch:10,"'=HYPERLINK(""x"")",3,0.3,0.7,batch:10,right,r00`,
    'batch:100,"김민아, ""1""",3,0.4,0.6,batch:100,wrong,r10',
    'batch:1000,Gone,0,,,,,left',
    '',
  ]);
});
