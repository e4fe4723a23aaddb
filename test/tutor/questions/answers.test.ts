/** Rules that every answer keeps, whoever asks whatever. */
import { describe, expect, test } from 'vitest';
import { commands } from '../../../commands/index.js';
import { allAnswers, sayAnswer } from '../../../src/content/answers.js';
import { concepts } from '../../../src/content/concepts.js';
import { locales } from '../../../src/content/locale.js';
import { plain } from '../../../src/content/text.js';
import { translator, waysOf } from '../../../src/content/translator.js';
import { wayNames } from '../../../src/content/way-names.js';
import { dice } from '../../../src/datasets/random.js';
import { readLine } from '../../../src/dispatch/read-line.js';
import { validate } from '../../../src/dispatch/validate.js';
import { factsOf, lessonFacts, type Facts } from '../../../src/tutor/facts.js';
import { isFollowUp } from '../../../src/tutor/questions/conversation.js';
import { answerValues } from '../../../src/tutor/questions/worked-values.js';
import { asked } from '../../support/asked.js';
import { messageLength, messageText } from '../../support/message-text.js';
import { recordedNames, recordedState } from '../../support/recorded-runs.js';

const answers = allAnswers();
const specs = commands.map(({ spec }) => spec);
const allFacts: readonly Facts[] = [
  lessonFacts,
  ...recordedNames
    .map((name) => factsOf(recordedState(name)))
    .filter((facts) => facts !== undefined),
];

/** The largest numbers a question may have. */
const extreme = { rows: 999_999_999_999, batch: 7, epochs: 1_000_000, validationSplit: 0.33 };
const names: ReadonlySet<string> = new Set(['epochs']);

describe.each(answers.map(({ id }) => id))('%s', (id) => {
  test.each(locales)('in %s is short with any numbers, and opens with its answer', (locale) => {
    const t = translator(locale);
    for (const facts of allFacts) {
      for (const given of [{}, extreme]) {
        for (const wording of ['text', 'simpler'] as const) {
          // Values from error messages are not available here.
          const values = {
            ...answerValues(names, given, facts, t),
            ...waysOf(wayNames, t),
            ...captured,
          };
          const words = sayAnswer(id, wording, values, locale).map(plain).join('\n');
          expect(words).not.toBe('');
          expect(words.length).toBeLessThan(1200);
          expect(words).not.toMatch(/NaN|Infinity|undefined|\{\s*[A-Za-z_]\w*\s*[,}]/);
        }
      }
    }
  });
});

/** Values that come only from an error message. */
const captured = Object.fromEntries('pqrs'.split('').map((name, index) => [name, index + 2]));

test.each(locales)('in %s, a question on a button is answered by its target', (locale) => {
  const strayed = answers
    .filter(({ id }) => !isFollowUp(id))
    .filter(({ id, question }) => {
      const { choice, target } = asked(question[locale], { locale });
      return choice !== 'sure' || target !== id;
    });
  expect(strayed.map(({ id }) => id)).toEqual([]);
});

test('an answer uses the current run’s numbers, and says so', () => {
  const facts = factsOf(recordedState('stopped')) ?? lessonFacts;
  const { words, message } = asked('are weights updated after every row or every batch?', {
    facts,
  });
  expect(words).toContain(`your run ${facts.run?.id ?? ''}`);
  for (const { command } of message.buttons ?? []) {
    if (command.startsWith('/explain')) expect(command).toContain(`run:${facts.run?.id ?? ''}`);
  }
});

test('without a run, numbers are an example and nobody’s run', () => {
  for (const { question } of answers) {
    expect(asked(question.en).words).not.toMatch(/in your run/i);
    expect(asked(question.ko, { locale: 'ko' }).words).not.toContain('내 학습 ');
  }
}, 120_000);

test('a run that predicts numbers has no accuracy, so an example speaks of it', () => {
  const facts = factsOf(recordedState('cars')) ?? lessonFacts;
  expect(asked('is an accuracy of 0.85 good?', { facts }).words).toContain('0.796');
});

test("the question's own numbers take precedence over the run's", () => {
  const facts = factsOf(recordedState('stopped')) ?? lessonFacts;
  const { words } = asked(
    'with 50,000 images and batch_size 100, are the weights changed after every row?',
    { facts },
  );
  expect(words).toContain('50,000');
  expect(words).not.toContain('your run');
});

test('buttons are few, short and work when pressed', () => {
  const questions = [
    ...answers.map(({ question }) => question.en),
    ...['', 'who won the election', '60000 rows batch 10', 'loss weights epoch thing'],
  ];
  for (const facts of allFacts.slice(0, 2)) {
    for (const question of questions) {
      for (const locale of locales) {
        const { buttons = [] } = asked(question, { facts, locale }).message;
        expect(buttons.length).toBeLessThanOrEqual(4);
        for (const { label, command } of buttons) {
          expect(label.length).toBeLessThanOrEqual(80);
          expect(command.length, command).toBeLessThanOrEqual(100);
          const line = readLine(command, specs);
          const spec = specs.find(({ name }) => name === line.command);
          expect(spec && validate(spec, line.given, line.loose, [])).toBeDefined();
        }
      }
    }
  }
}, 120_000);

/** Meaningless, though some contain phrases that questions use. */
const nonsense = [
  ...['zorp glim the quux of the fnord', 'blargle wibble plonk', 'fnord of the quux'],
  ...['glorp a snorp in the morp', 'flim flam of the zibble', 'why does the zorp glim'],
  ...['what is a snorgle', 'blub blub blub', 'xyzzy plugh', 'lorem ipsum dolor sit amet'],
  ...['the purple giraffe dances slowly', 'an apple of the tree', '뷁뷁 쀍쀍'],
  ...['쀍', '뀳뀳 웱웱'],
];

test('nonsense is never answered as if it were understood', () => {
  const answers = nonsense.map((text) => asked(text));
  const choices = answers.map(({ choice }) => choice);
  const understood = answers.filter(({ choice }) => choice === 'sure').map(({ target }) => target);
  // “That is outside what I know” and “your message arrived” claim nothing.
  const claiming = understood.filter((target) => !/^(?:not-ours|test-message)$/.test(target ?? ''));
  expect(claiming).toEqual([]);
  // The others are asked back: “If you mean …”.
  expect(choices.filter((choice) => choice === 'unsure').length).toBeGreaterThanOrEqual(8);
});

test.each([
  ...['what is a gradient', 'why does the loss rise', 'what is an epoch', 'what is the batch size'],
  ...['epoch epoch epoch', '에포크가 뭐예요', '챗gpt임?'],
])('the same phrases with meaningful words are answered: %s', (text) => {
  expect(asked(text, { locale: /\p{sc=Hangul}/u.test(text) ? 'ko' : 'en' }).choice).not.toBe(
    'unsure',
  );
});

test('when unsure, it offers full questions instead of guessing', () => {
  const { choice, message } = asked('grelf mip noop snib');
  expect(choice).toBe('unsure');
  for (const { command } of message.buttons ?? []) expect(command).toMatch(/^\/(ask|explain) /);
});

test.each([
  ['lol can you write my homework for me', 'not-ours'],
  ['good morning everyone ☕', 'hello'],
  ['ㅎㅇ', 'hello'],
  ['ㄱㅅㄱㅅ', 'thanks'],
])('small talk is never guessed at, and nobody is offered it: %s', (line, target) => {
  expect(asked(line)).toMatchObject({ choice: 'sure', target });
  expect(asked(line).offered).not.toContain('goodbye');
});

test('off topic, it says what it knows and offers examples', () => {
  const { words, message } = asked('who won the election?');
  expect(words).toContain('outside what I know');
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
  ],
  ...['|', '\u202e', '\u200f', '\u0000', '\u200b', '\ud800', '👩‍👩‍👧‍👦', '🔥', 'ㅠㅠ', 'ㄱ', 'ᄀ'],
  ...['é'.normalize('NFD'), 'שלום', '中文', '\n', '\t', '  ', 'ｅｐｏｃｈ', '٣', '½', '#0#', '⟦0⟧'],
  ...[
    'constructor',
    '__proto__',
    'simpler',
    '왜요',
    'Traceback (most recent call last)',
    'ValueError: ',
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

  test.each(Array.from({ length: 40 }, (_, index) => index))('random mix %i', () => {
    const facts = allFacts[roll.integer(0, allFacts.length - 1)] ?? lessonFacts;
    for (let count = 0; count < 25; count += 1) {
      const question = random();
      for (const locale of locales) {
        const { message } = asked(question, { facts, locale });
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
    ['20,000 characters', 'epoch 배치 12345 '.repeat(1400).slice(0, 20_000)],
    ['20,000 digits', '9'.repeat(20_000)],
    ['one long word', '배'.repeat(20_000)],
    ['20,000 brackets', '(<[{`'.repeat(4000)],
  ])('%s', (_what, question) => {
    // CPU time, not the wall clock: other load on the machine does not count.
    const before = process.cpuUsage();
    expect(asked(question, { locale: 'ko' }).words).not.toBe('');
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(4000);
  });
});
