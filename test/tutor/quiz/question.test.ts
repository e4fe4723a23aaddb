/** Every kind of question, over many seeds: the answer is right, the others are wrong, and all differ. */
import { describe, expect, test } from 'vitest';
import { locales } from '../../../src/content/locale.js';
import { translator } from '../../../src/content/translator.js';
import { plain } from '../../../src/content/text.js';
import { answerMessage, questionMessage } from '../../../src/tutor/quiz/message.js';
import {
  freshNumbers,
  levelOf,
  levels,
  MAX_QUIZ_SEED,
  nextQuestion,
  questionOf,
  quizKinds,
  type QuizKindName,
  type QuizQuestion,
  type QuizRef,
} from '../../../src/tutor/quiz/question.js';
import { messageLength, messageText } from '../../support/message-text.js';

const en = translator('en');
const standing = { atMs: 1, score: { answered: 12, right: 11, streak: 10 }, reviews: [] };
const answered = { counted: false, wasDue: false };
/** Spread over all seeds, including the first and the last. */
const seeds = Array.from({ length: 120 }, (_, index) => Math.floor((index * MAX_QUIZ_SEED) / 119));

/** The numbers in a sentence, in order, as a learner reads them. */
function numbersIn(text: string): number[] {
  return [...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([number]) =>
    Number(number.replaceAll(',', '')),
  );
}

/** Counts by simulation: takes rows away batch by batch. */
function batchesOf(rows: number, batch: number): number[] {
  const batches: number[] = [];
  for (let left = rows; left > 0; left -= batch) batches.push(Math.min(left, batch));
  return batches;
}

const ranges = (range: number[]): string =>
  `${range[0]?.toLocaleString('en') ?? ''} to ${range.at(-1)?.toLocaleString('en') ?? ''}`;

/** The right answer, worked out from the question's words alone. */
const solvers: Record<
  QuizKindName,
  (numbers: readonly number[], text: string, offered: readonly string[]) => string
> = {
  steps_even: ([rows = 0, batch = 0]) => String(batchesOf(rows, batch).length),
  steps_uneven: ([rows = 0, batch = 0]) => String(batchesOf(rows, batch).length),
  last_batch: ([rows = 0, batch = 0]) => String(batchesOf(rows, batch).at(-1)),
  updates: ([rows = 0, batch = 0, epochs = 0]) =>
    String(Array.from({ length: epochs }, () => batchesOf(rows, batch)).flat().length),
  rows_range: ([steps = 0, , batch = 0]) => {
    const near = Array.from({ length: 3 * batch }, (_, index) => (steps - 2) * batch + index + 1);
    return ranges(near.filter((rows) => batchesOf(rows, batch).length === steps));
  },
  rows_after: ([rows = 0, batch = 0, done = 0]) =>
    String(
      batchesOf(rows, batch)
        .slice(0, done)
        .reduce((sum, size) => sum + size, 0),
    ),
  epochs_done: ([rows = 0, batch = 0, done = 0]) => {
    const steps = batchesOf(rows, batch).length;
    let epochs = 0;
    for (let left = done; left >= steps; left -= steps) epochs += 1;
    return String(epochs);
  },
  which_batch: ([rows = 0, steps = 0], _, offered) =>
    offered.find((size) => batchesOf(rows, Number(size)).length === steps) ?? 'none',
  equal_updates: ([rows = 0, small = 0, epochs = 0, large = 0]) => {
    const wanted = batchesOf(rows, small).length * epochs;
    let needed = 0;
    for (let made = 0; made < wanted; made += batchesOf(rows, large).length) needed += 1;
    return String(needed);
  },
  ms_per_step: ([, , , ms = 0]) => `One batch took about ${ms} ms`,
  epoch_time: ([steps = 0, , ms = 0]) => {
    const seconds = (steps * ms) / 1000;
    return `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
  },
  new_epoch: ([, updates = 0]) => `Those after update ${updates.toLocaleString('en')}`,
  validation_steps: ([rows = 0, share = 0, batch = 0]) =>
    String(batchesOf(rows - Math.round(rows * share), batch).length),
  validation_which: ([share = 0, rows = 0]) =>
    `The last: ${ranges([rows - Math.round(rows * share) + 1, rows])}`,
  baseline: ([, majority = 0, correct = 0]) => String(correct - majority),
  overfitting: (_, text) => {
    const valLosses = numbersIn(/val_loss: (.*?)\. A/.exec(text)?.[1] ?? '');
    return String(valLosses.indexOf(Math.min(...valLosses)) + 1);
  },
};

function labels({ options }: QuizQuestion): string[] {
  return options.map(({ label, params }) => en.plain(label, params));
}

/** `1,436` becomes `1436`; anything else is unchanged. */
function plainCount(label: string): string {
  return /^[\d,]+$/.test(label) ? label.replaceAll(',', '') : label;
}

describe.each(quizKinds)('%s', (kind) => {
  const questions = seeds.map((seed) => questionOf({ kind, seed }));

  test('the right answer is right', () => {
    for (const question of questions) {
      const text = plain(en.text(question.question, question.params));
      const offered = labels(question).map(plainCount);
      const expected = solvers[kind](numbersIn(text), text, offered);
      expect(offered[question.right], text).toBe(expected);
    }
  });

  test('two or three other answers, none of them the same as another', () => {
    for (const question of questions) {
      expect([3, 4]).toContain(question.options.length);
      for (const locale of locales) {
        const { buttons = [] } = questionMessage(question, translator(locale));
        const shown = question.options.map(({ label, params }) =>
          translator(locale).plain(label, params),
        );
        expect(new Set(shown).size, shown.join(' | ')).toBe(shown.length);
        expect(new Set(buttons.map(({ label }) => label)).size).toBe(buttons.length);
      }
    }
  });

  test('the right answer can be at any position', () => {
    expect(new Set(questions.map(({ right }) => right)).size).toBeGreaterThanOrEqual(3);
  });

  test('each answer has its own reason', () => {
    for (const question of questions) {
      const reasons = question.options.map(({ why, params }) => en.plain(why, params));
      expect(new Set(reasons).size).toBe(reasons.length);
    }
  });

  test('new numbers for new seeds, the same for the same', () => {
    const texts = questions.map((question) => en.plain(question.question, question.params));
    expect(new Set(texts).size).toBeGreaterThan(seeds.length / 2);
    expect(questionOf({ kind, seed: 7 })).toEqual(questionOf({ kind, seed: 7 }));
  });

  test.each(locales)('everything fits every platform (%s)', (locale) => {
    const t = translator(locale);
    for (const question of questions) {
      const message = questionMessage(question, t);
      expect(messageLength(message)).toBeLessThanOrEqual(600);
      for (const { label, command } of message.buttons ?? []) {
        expect(label.length).toBeLessThanOrEqual(40);
        expect(command.length).toBeLessThanOrEqual(100);
      }
      for (const index of question.options.keys()) {
        const answer = answerMessage(question, index, answered, standing, t);
        expect(messageLength(answer)).toBeLessThanOrEqual(1200);
        expect(messageText(answer)).not.toMatch(/undefined|NaN|Infinity|\{/);
      }
    }
  });
});

test('of the offered sizes, only the right one gives that many iterations', () => {
  for (const seed of seeds) {
    const question = questionOf({ kind: 'which_batch', seed });
    const [rows = 0, steps = 0] = numbersIn(en.plain(question.question, question.params));
    const fitting = labels(question).filter(
      (label) => batchesOf(rows, numbersIn(label)[0] ?? 0).length === steps,
    );
    expect(fitting).toEqual([labels(question)[question.right]]);
  }
});

test('one question leads to the next, each time another kind at the level, all of them in turn', () => {
  for (const level of levels) {
    const ofLevel = quizKinds.filter((kind) => levelOf(kind) === level);
    expect(ofLevel.length).toBeGreaterThanOrEqual(5);
    let ref: QuizRef = nextQuestion({ seed: 1 }, level);
    for (let round = 0; round < 20; round += 1) {
      const asked = ofLevel.map(() => (ref = nextQuestion(ref, level)).kind);
      expect([...asked].sort()).toEqual([...ofLevel].sort());
    }
    expect(nextQuestion(ref, level)).toEqual(nextQuestion({ ...ref }, level));
  }
});

test('a repeat has other numbers, the same for the same question before it', () => {
  for (const kind of quizKinds) {
    const before = { kind: 'baseline', seed: 7 } as const;
    expect(freshNumbers(kind, before)).toEqual(freshNumbers(kind, { ...before }));
    expect(freshNumbers(kind, before)).toMatchObject({ kind });
    const fresh = questionOf(freshNumbers(kind, { kind, seed: 7 }));
    expect(fresh.params).not.toEqual(questionOf({ kind, seed: 7 }).params);
  }
});

describe.each(locales)('the longest summary (%s)', (locale) => {
  test('fits every platform', () => {
    const atMs = Date.UTC(2026, 10, 30);
    const answers = quizKinds.slice(0, 10).map((kind) => ({ kind, seed: 1, isRight: false }));
    const longest = {
      atMs,
      score: { answered: 10_000, right: 9_990, streak: 0 },
      round: { number: 9, level: 2, answers, answeredAtMs: atMs },
      reviews: quizKinds.map((kind) => ({ kind, box: 2, answeredAtMs: atMs })),
    } as const;
    for (const kind of quizKinds) {
      const question = questionOf({ kind, seed: MAX_QUIZ_SEED });
      for (const index of question.options.keys()) {
        const kept = { counted: false, wasDue: false, round: 9 };
        const message = answerMessage(question, index, kept, longest, translator(locale));
        expect(messageLength(message)).toBeLessThanOrEqual(2000);
        expect(messageText(message)).not.toMatch(/undefined|NaN|Infinity|\{/);
        expect(message.explanations?.buttons.length).toBeLessThanOrEqual(10);
      }
    }
  });
});
