/** What real learners ask is understood, and what must be in the answer is in it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { asked } from '../../support/asked.js';

interface Expected {
  readonly question: string;
  readonly lang?: 'en' | 'ko';
  readonly kind?: string;
  readonly topic?: string;
  readonly concepts?: readonly string[];
  readonly says?: readonly string[];
}

function questions(file: string): readonly Expected[] {
  const lines = readFileSync(new URL(`../../fixtures/${file}`, import.meta.url), 'utf8');
  return lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Expected);
}

/** The numbers and names without which an answer would be none, in the order of the file. */
const mustSay: readonly (readonly string[])[] = [
  ['맨 뒤쪽 행', '1,600', '6,400'],
  ['8,000행', '16,000번', '160번', '학습률'],
  ['결측치', '0.0001', '돌아오지 않'],
  ['16,000번', '800번'],
  ['같은 뜻', '누적'],
  ['77번', '8행', '76.8', '76번은 아니에요'],
  ['배치(스텝) 하나', '1.6초', '첫 스텝'],
  ['1.204', '0.799', '0.5'],
  ['버전 차이', '60,000', '1,875'],
  ['EarlyStopping', 'restore_best_weights', '마지막'],
  ['평균', '800개', '1~3개'],
  ['1,719', '55,008', '24행', '올림'],
  ['60,000', '32', '1,875', '모두 한 번씩'],
  ['8,000 / 10', '800묶음', 'batch_size=800'],
  ['set_random_seed(0)', '넘파이', '텐서플로'],
  ['set_random_seed(42)', '드롭아웃', 'enable_op_determinism'],
  ['800 forward', '800 backward', 'each row'],
  ['nothing is reset', 'optimizer', 'averages'],
  ['ceil(rows / batch_size)', '801 instead of 800', '8,005'],
  ['StandardScaler', '0.0001', 'stay nan'],
  ['after every batch', 'batch_size=1', 'batch_size=8000'],
  ['val_loss rises', 'EarlyStopping', 'the other way round'],
  ['set_random_seed', 'NumPy', 'last digits'],
  ['layer', 'mean and variance', 'unrelated'],
  ['0.35 s', '799', '4:39', 'step 1'],
  ['before 2.2', '55,000', '1,719', '24 rows'],
  ['batch_size=32', 'epochs=1', 'already batched'],
  ['Nothing is skipped', '60,000', '1,875', '1 update per epoch'],
  ['average', 'final weights', 'lower'],
  ['total', '32 rows', '125 steps'],
  ['only when N is greater than 1'],
  ['16,000', '160', 'learning rate', 'equal updates'],
];

const sample = questions('learner-questions.jsonl').map((expected, index) => ({
  ...expected,
  says: mustSay[index] ?? ['there must be something here'],
}));

describe('the sample', () => {
  test.each(sample)('$question', ({ question, lang, concepts = [], says }) => {
    // Somebody whose chat is set to the other language is answered as they asked.
    const answer = asked(question, undefined, lang === 'ko' ? 'en' : 'ko');
    for (const words of says) expect(answer.words).toContain(words);
    expect(answer.concepts).toEqual(expect.arrayContaining([...concepts]));
    expect(answer.message.buttons?.length).toBeGreaterThan(0);
  });
});

describe('our own', () => {
  test.each(questions('own-questions.jsonl'))('$question', (expected) => {
    const answer = asked(expected.question);
    if (expected.kind !== undefined) expect(answer.kind).toBe(expected.kind);
    if (expected.topic !== undefined) expect(answer.topic).toBe(expected.topic);
    expect(answer.concepts).toEqual(expect.arrayContaining([...(expected.concepts ?? [])]));
    for (const words of expected.says ?? []) expect(answer.words).toContain(words);
  });
});
