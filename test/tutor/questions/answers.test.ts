/** What every answer keeps to, whoever asks whatever. */
import { describe, expect, test } from 'vitest';
import { commands } from '../../../commands/index.js';
import { asks } from '../../../src/content/asks/asks.js';
import { concepts } from '../../../src/content/concepts.js';
import { topics, type Topic } from '../../../src/content/topics.js';
import { locales } from '../../../src/content/locale.js';
import { translator } from '../../../src/content/translator.js';
import { dice } from '../../../src/datasets/random.js';
import { readLine } from '../../../src/dispatch/read-line.js';
import { validate } from '../../../src/dispatch/validate.js';
import { factsOf, lessonFacts, type Facts } from '../../../src/tutor/facts.js';
import { answerParams } from '../../../src/tutor/questions/answer-params.js';
import { answerQuestion } from '../../../src/tutor/questions/answer.js';
import { readQuantities } from '../../../src/tutor/questions/quantities.js';
import { asked } from '../../support/asked.js';
import { messageLength, messageText } from '../../support/message-text.js';
import { recordedNames, recordedState } from '../../support/recorded-runs.js';

const everyTopic = Object.keys(topics) as Topic[];
const specs = commands.map(({ spec }) => spec);
const allFacts: readonly Facts[] = [
  lessonFacts,
  ...recordedNames
    .map((name) => factsOf(recordedState(name)))
    .filter((facts) => facts !== undefined),
];

/** Numbers as large as the questions may have them. */
const extreme = readQuantities(
  '999999999999 rows batch_size=7 epochs=1000000 validation_split 0.33',
);

describe.each(everyTopic)('%s', (topic) => {
  test('is asked in both languages', () => {
    const lines: readonly string[] = asks[topic];
    expect(lines.filter((line) => /\p{sc=Hangul}/u.test(line)).length).toBeGreaterThan(0);
    expect(lines.filter((line) => !/\p{sc=Hangul}/u.test(line)).length).toBeGreaterThan(0);
  });

  test.each(locales)('in %s is short with any numbers, and opens with its answer', (locale) => {
    const t = translator(locale);
    for (const facts of allFacts) {
      for (const given of [{ bars: [], others: [] }, extreme]) {
        const words = t.plain(`answer.${topic}`, answerParams(given, facts, t));
        expect(words.length).toBeLessThan(1200);
        expect(words).not.toMatch(/NaN|Infinity|undefined/);
        const [first = ''] = words.split(/(?<=[.!?:]) /);
        expect(first.length).toBeLessThan(260);
      }
    }
  });
});

test('what is foreseen is answered by what it was foreseen for', () => {
  const strayed = everyTopic.flatMap((topic) =>
    asks[topic].filter((line) => {
      const answer = asked(line);
      // A sum is as good, or a card about the same thing; but no guess, and no “I do not know”.
      const chief: readonly string[] = topics[topic];
      const fits = answer.concepts.some((concept) => chief.includes(concept));
      return answer.topic !== topic && !fits;
    }),
  );
  expect(strayed).toEqual([]);
});

test('an answer uses the numbers of the run in front, and says so', () => {
  const facts = factsOf(recordedState('stopped')) ?? lessonFacts;
  const { words, message } = asked('how many iterations per epoch?', facts);
  expect(words).toContain('915 iterations per epoch: 6,400 rows ÷ batch_size 7');
  expect(words).toContain(`your run ${facts.run?.id ?? ''}`);
  for (const { command } of message.buttons ?? []) {
    expect(command).toContain(`run:${facts.run?.id ?? ''}`);
  }
  expect(asked('are weights updated once per epoch?', facts).words).toContain(
    `In your run ${facts.run?.id ?? ''}, batch_size=7`,
  );
});

test('a run that predicts numbers has no accuracy, so the lesson speaks of it', () => {
  const facts = factsOf(recordedState('cars')) ?? lessonFacts;
  expect(asked('is 0.85 accuracy good', facts).words).toContain('0.796');
});

test("the question's own numbers go before the run's", () => {
  const facts = factsOf(recordedState('stopped')) ?? lessonFacts;
  expect(
    asked('50,000 images, batch_size 100: do weights change every epoch?', facts).words,
  ).toContain('50,000 rows give 500 updates per epoch');
});

test('buttons are few, short and work when pressed', () => {
  const questions = [
    ...everyTopic.flatMap((topic) => asks[topic].slice(0, 1)),
    ...['', 'who won the election', '60000 rows batch 10', 'loss weights epoch thing'],
  ];
  for (const facts of allFacts.slice(0, 3)) {
    for (const question of questions) {
      for (const locale of locales) {
        const { buttons = [] } = answerQuestion(question, facts, translator(locale));
        expect(buttons.length).toBeLessThanOrEqual(4);
        for (const { label, command } of buttons) {
          expect(label.length).toBeLessThanOrEqual(80);
          expect(command.length).toBeLessThanOrEqual(100);
          const line = readLine(command, specs);
          const spec = specs.find(({ name }) => name === line.command);
          expect(spec && validate(spec, line.given, line.loose, [])).toBeDefined();
        }
      }
    }
  }
});

test('two concepts without an answer of their own are told apart in short', () => {
  const { kind, words } = asked('what is the difference between memory and accuracy?');
  expect(kind).toBe('two');
  expect(words.split('\n').length).toBeGreaterThan(2);
});

test('unsure, it offers cards instead of guessing', () => {
  const { kind, message } = asked('frobnicate the gradient with dropout and momentum gizmo');
  expect(kind).toBe('unsure');
  expect(message.buttons?.every(({ command }) => command.startsWith('/explain concept:'))).toBe(
    true,
  );
});

test('elsewhere, it says what it knows and offers examples', () => {
  const { words, message } = asked('who won the election?');
  expect(words).toContain('outside of what I know');
  expect(message.buttons).toHaveLength(4);
});

const pieces = [
  ...[
    '에포크',
    'epoch',
    '배치',
    'batch_size',
    'loss',
    'nan',
    '왜',
    'why',
    'how many',
    '몇 번',
    '차이',
  ],
  ...[
    '60000',
    '1/0',
    '0/0',
    '-1',
    '1e308',
    '9'.repeat(40),
    '0.2',
    '%',
    '개',
    'rows',
    '÷',
    '//',
    '=',
  ],
  ...[
    '@everyone',
    '<@123>',
    '<!channel>',
    '```',
    '`',
    '**',
    '</code>',
    '<script>',
    '{rows}',
    "'{'",
    '|',
  ],
  ...[
    '\u202e',
    '\u200f',
    '\u0000',
    '\u200b',
    '\ud800',
    '👩‍👩‍👧‍👦',
    '🔥',
    'ㅠㅠ',
    'ㄱ',
    'ᄀ',
    'é'.normalize('NFD'),
  ],
  ...[
    'שלום',
    '中文',
    '\n',
    '\t',
    '  ',
    'ｅｐｏｃｈ',
    '٣',
    '½',
    '#0#',
    '⟦0⟧',
    'constructor',
    '__proto__',
  ],
  ...concepts,
];

describe('whatever is thrown at it', () => {
  const roll = dice(20_240_601);
  const any = (): string => pieces[roll.integer(0, pieces.length - 1)] ?? '';
  const random = (): string =>
    Array.from({ length: roll.integer(0, 14) }, () => any() + (roll.chance(0.6) ? ' ' : '')).join(
      '',
    );

  test.each(Array.from({ length: 40 }, (_, index) => index))('handful %i', () => {
    const facts = allFacts[roll.integer(0, allFacts.length - 1)] ?? lessonFacts;
    for (let count = 0; count < 25; count += 1) {
      const question = random();
      for (const locale of locales) {
        const message = answerQuestion(question, facts, translator(locale));
        expect(messageLength(message), question).toBeLessThanOrEqual(1200);
        expect(message.buttons?.length ?? 0).toBeLessThanOrEqual(4);
        const said = `${messageText(message)} ${message.spoken} ${JSON.stringify(message.buttons)}`;
        expect(said, question).not.toMatch(
          /@everyone|<@|<!channel|```|<script|\{rows\}|\u202e|NaN|Infinity|undefined/,
        );
      }
    }
  });

  test.each([
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['an emoji', '🔥🔥🔥'],
    ['6,000 characters', 'epoch 배치 12345 '.repeat(400).slice(0, 6000)],
    ['6,000 digits', '9'.repeat(6000)],
    ['one long word', '배'.repeat(6000)],
    ['6,000 brackets', '(<[{`'.repeat(1200)],
  ])('%s', (_what, question) => {
    const startedAt = performance.now();
    expect(messageText(answerQuestion(question, lessonFacts, translator('ko')))).not.toBe('');
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});
