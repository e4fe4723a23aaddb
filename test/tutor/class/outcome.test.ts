import { describe, expect, test } from 'vitest';
import type { Block } from '../../../src/chat/message.js';
import { translator } from '../../../src/content/translator.js';
import type { RunState } from '../../../src/runs/run.js';
import { concludeRound } from '../../../src/tutor/class/conclusion.js';
import { gradeRound, isRight } from '../../../src/tutor/class/outcome.js';
import type { Participant } from '../../../src/tutor/class/round.js';
import { classTable } from '../../../src/tutor/class/table.js';
import { blockText } from '../../support/message-text.js';
import { dealtRun, plan } from '../../support/class-samples.js';

const t = translator('en');
const three = plan([10, 100, 1000]);
const ending = (choice: number, turn: number, loss: number): RunState =>
  dealtRun(three, choice, turn, [0.6, 0.55, loss]);
const guessing = (guess: number): Participant => ({
  ...{ userId: `u${guess}`, name: 'N', choice: 0, turn: 0, guess },
});
const said = (states: readonly RunState[], people: readonly Participant[] = []): string =>
  concludeRound(three, states, people, t)
    .blocks.map((block: Block) => blockText(block))
    .join('\n');

describe('who was right', () => {
  test('the lowest mean loss decides, within 1 % none', () => {
    const apart = [ending(0, 0, 0.3), ending(0, 1, 0.34), ending(1, 0, 0.31), ending(2, 0, 0.5)];
    expect(gradeRound(three, apart, t)).toMatchObject({ right: 1, measured: [0, 1, 2] });
    const close = [ending(0, 0, 0.3), ending(1, 0, 0.302), ending(2, 0, 0.5)];
    expect(gradeRound(three, close, t)?.right).toBe(3);
  });

  test('a stopped value does not compete, and guessing it is neither right nor wrong', () => {
    const stopped = dealtRun(three, 0, 0, [0.1], 'stopped');
    const grade = gradeRound(three, [stopped, ending(1, 0, 0.5), ending(2, 0, 0.4)], t);
    expect(grade?.right).toBe(2);
    expect([0, 1, 2, 3].map((guess) => isRight({ guess }, grade))).toEqual([
      ...[undefined, false, true, false],
    ]);
    expect(isRight({}, grade)).toBeUndefined();
  });

  test('with one trained value nobody is', () => {
    expect(gradeRound(three, [ending(0, 0, 0.3), ending(0, 1, 0.4)], t)).toBeUndefined();
    expect(said([ending(0, 0, 0.3)], [guessing(0)])).toContain('The guesses could not be checked');
  });
});

describe('what is said', () => {
  test('the values side by side, how many had them, and how many guessed right', () => {
    const states = [ending(2, 0, 0.5), ending(0, 0, 0.3), ending(0, 1, 0.32)];
    const words = said(states, [guessing(0), guessing(2), guessing(0)]);
    expect(words).toContain('3 people said what they expected, and 2 were right: batch_size 10.');
    expect(words).toContain('Runs that count, by value: 10: 2 · 1000: 1.');
    expect(words).toContain(
      '    10   2,400 0.3100      -\n               ±.0141\n  1000      24 0.5000',
    );
    expect(words).toContain('For some values only one run counts');
    expect(words).toContain('the lowest training loss after 3 epochs each is that of batch 10');
  });

  test('that nobody joined', () => {
    expect(said([])).toBe('Nobody joined, so there is nothing to compare.');
    expect(concludeRound(three, [], [], t).chart).toBeUndefined();
  });

  test('that not a single one finished', () => {
    const words = said([dealtRun(three, 0, 0, [], 'stopped')]);
    expect(words).toContain('No value was trained to the end');
  });
});

test('the table: a row for everyone, names that no spreadsheet takes for formulas', () => {
  const states = [ending(0, 0, 0.3), ending(1, 0, 0.4)];
  const people: readonly Participant[] = [
    { userId: 'web:r10', name: '김민아, "1"', choice: 1, turn: 0, guess: 1 },
    { userId: 'web:r00', name: '=HYPERLINK("x")', choice: 0, turn: 0, guess: 0 },
    { userId: 'web:gone', name: 'Gone', choice: 2, turn: 0, hasLeft: true },
  ];
  expect(classTable(three, people, states, t).split('\r\n')).toEqual([
    '\uFEFFsetting,name,epochs,loss,accuracy,expected,prediction,run',
    `batch_size 10,"'=HYPERLINK(""x"")",3,0.3,0.7,batch_size 10,right,r00`,
    'batch_size 100,"김민아, ""1""",3,0.4,0.6,batch_size 100,wrong,r10',
    'batch_size 1000,Gone,0,,,,,left',
    '',
  ]);
});
