/** The concept cards are correct, in both languages, for whatever run they are calculated. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { fitSettings, type FitOptions } from '../../commands/fit-settings.js';
import { commands } from '../../commands/index.js';
import type { Block } from '../../src/chat/message.js';
import { readCardFiles } from '../../src/content/card-files.js';
import { cardValues } from '../../src/content/card-values.js';
import { cardOf, type Passage } from '../../src/content/cards.js';
import { concepts, type Concept } from '../../src/content/concepts.js';
import { locales, type Locale } from '../../src/content/locale.js';
import { plain } from '../../src/content/text.js';
import { translator } from '../../src/content/translator.js';
import { builtinDatasets, isBuiltinName } from '../../src/datasets/builtin.js';
import { readLine } from '../../src/dispatch/read-line.js';
import { readChoice } from '../../src/dispatch/read-value.js';
import { validate } from '../../src/dispatch/validate.js';
import { refuseLargeRun } from '../../src/runs/limits.js';
import { cardMessage, MAX_CARD_CHARACTERS } from '../../src/tutor/card-message.js';
import { lessonFacts } from '../../src/tutor/facts.js';
import { allFacts } from '../support/facts-samples.js';
import { blockText, messageText } from '../support/message-text.js';
import { summary } from '../support/run-samples.js';

const folder = new URL('../../src/content/cards/', import.meta.url);
const specs = commands.map(({ spec }) => spec);

const all = locales.flatMap((locale) => concepts.map((concept) => ({ locale, concept })));

function bodyOf(concept: Concept, locale: Locale): string {
  const file = readFileSync(new URL(`${locale}/${concept}.md`, folder), 'utf8');
  return file.slice(file.indexOf('## Answer'));
}

function placeholders(text: string): readonly string[] {
  const found = [...text.matchAll(/\{(\w+)[,}]/g)].map(([, name = '']) => name);
  return [...new Set(found.filter((name) => Object.hasOwn(cardValues, name)))].sort();
}

function said(passages: readonly Passage[], { values } = lessonFacts): string {
  const texts = passages.flatMap((one) => (one.kind === 'text' ? [one.text] : one.items));
  return texts.map((text) => plain(text(values) ?? [])).join(' ');
}

function sentences(text: string, locale: Locale): readonly string[] {
  const segments = new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text);
  return [...segments].map(({ segment }) => segment.trim());
}

describe.each(concepts)('%s in both languages', (concept) => {
  const [en, ko] = [cardOf(concept, 'en'), cardOf(concept, 'ko')];

  test('leads to the same cards and suggests the same commands', () => {
    expect(ko.related).toEqual(en.related);
    expect(ko.try).toBe(en.try);
    const changes = [en, ko].map(({ tryWithRun }) => tryWithRun?.(lessonFacts.values));
    expect(changes[0]).toEqual(changes[1]);
  });

  test.each(['Example', 'Measured'])('%s has the same numbers', (section) => {
    const [english, korean] = locales.map((locale) => {
      const [, text = ''] =
        new RegExp(`## ${section}\n([^]*?)(\n## |$)`).exec(bodyOf(concept, locale)) ?? [];
      return placeholders(text);
    });
    expect(korean).toEqual(english);
  });

  test('is named in its language’s words', () => {
    expect(en.title + plain(en.tryWhy(lessonFacts.values) ?? [])).not.toMatch(/\p{sc=Hangul}/u);
    expect(ko.words.some((word) => /\p{sc=Hangul}/u.test(word))).toBe(true);
    expect(bodyOf(concept, 'en')).not.toMatch(/\p{sc=Hangul}/u);
  });
});

describe.each(all)('$locale $concept', ({ locale, concept }) => {
  const t = translator(locale);
  const card = cardOf(concept, locale);

  test('answers in two sentences', () => {
    expect(sentences(said(card.sections.Answer), locale)).toHaveLength(2);
    expect(sentences(said(card.sections.Answer), locale).join(' ').length).toBeLessThanOrEqual(320);
  });

  test.each(allFacts)('stays short and complete with the numbers of $name', ({ facts }) => {
    const message = cardMessage(concept, facts, t);
    const text = messageText(message);
    expect(text.length).toBeLessThanOrEqual(MAX_CARD_CHARACTERS);
    expect(text).toContain(said(card.sections.Story, facts).slice(0, 20));
    expect(text).not.toMatch(/[{}]|\*\*|undefined|NaN| {2}/);
    for (const { label, command } of message.buttons ?? []) {
      expect(label.length).toBeLessThanOrEqual(80);
      expect(command.length).toBeLessThanOrEqual(100);
      const { command: name, given, loose } = readLine(command, specs);
      const spec = specs.find((one) => one.name === name);
      expect(spec && validate(spec, given, loose, [])).toBeDefined();
    }
  });

  test.each(allFacts)('every sum is right with the numbers of $name', ({ facts }) => {
    const text = ungrouped(messageText(cardMessage(concept, facts, t)));
    for (const [sum, left, sign, right, result] of text.matchAll(
      /([\d.]+) ([×÷]) ([\d.]+) = ([\d.]*\d)/g,
    )) {
      const value = sign === '×' ? Number(left) * Number(right) : Number(left) / Number(right);
      expect(Number(result), sum).toBeCloseTo(value, 4);
    }
  });

  test.each(allFacts)('invents no number beyond those of $name', ({ facts }) => {
    const known = new Set(Object.values(facts.values).flatMap((value) => numbersIn(String(value))));
    // Epoch 1, and the 1 for one row or one bias.
    for (const literal of ['0', '1']) known.add(literal);
    const { blocks } = cardMessage(concept, facts, t);
    const from = blocks.findIndex((block) => blockText(block) === sourceText(facts, locale));
    const to = blocks.findIndex((block) => blockText(block) === t.plain('card.mistakes'));
    expect(from).toBeGreaterThan(0);
    const strangers = blocks
      .slice(from + 1, to)
      .flatMap((block: Block) => numbersIn(blockText(block)))
      .filter((number) => !known.has(number));
    expect(strangers).toEqual([]);
  });

  test('the suggested command is accepted as it is', () => {
    const { command, given, loose } = readLine(card.try, specs);
    const spec = specs.find((one) => one.name === command);
    if (!spec) throw new Error(`there is no /${command}`);
    const args: FitOptions & { readonly data?: string } = validate(spec, given, loose, []);
    const name = args.data ?? 'churn';
    if (command !== 'fit' || !isBuiltinName(name)) return;
    const settings = { ...fitSettings({ ...noOptions, ...args }, undefined), dataset: churn };
    refuseLargeRun(settings, summary(Math.floor(builtinDatasets[name].rows * 0.8)));
  });

  test('its text about the lesson matches the command', () => {
    const changes = plain(card.tryWithRun?.(lessonFacts.values) ?? []);
    for (const change of changes.split(' ').filter(Boolean)) expect(card.try).toContain(change);
    const why = plain(card.tryWhy(lessonFacts.values) ?? []);
    expect(why).not.toBe('');
    expect(why).not.toMatch(/[.!]$/);
  });
});

const churn = { kind: 'builtin', name: 'churn' } as const;
const noOptions = {
  epochs: undefined,
  activation: undefined,
  optimizer: undefined,
  seed: undefined,
  pace: undefined,
  batch: undefined,
  lr: undefined,
  validation: undefined,
  layers: undefined,
};

/** 8,000 becomes 8000. */
function ungrouped(text: string): string {
  return text.replace(/(\d),(?=\d{3}(?!\d))/g, '$1');
}

function numbersIn(text: string): readonly string[] {
  return [...ungrouped(text).matchAll(/\d+(?:\.\d+)?(?:e[+-]\d+)?/g)].map(([number]) => number);
}

function sourceText({ run, values }: (typeof allFacts)[number]['facts'], locale: Locale): string {
  const t = translator(locale);
  return run
    ? t.plain('card.from.run', { run: run.id })
    : t.plain('card.from.lesson', { rows: values.rows });
}

test('a word means one concept, and /explain knows it', () => {
  const spec = specs.find(({ name }) => name === 'explain')?.options.concept;
  if (spec?.type !== 'choice') throw new Error('/explain has no concepts');
  for (const { locale, concept } of all) {
    for (const word of cardOf(concept, locale).words) {
      expect([word, readChoice(spec, word)]).toEqual([word, concept]);
    }
  }
});

test('every card can be reached from another', () => {
  const reached = new Set(concepts.flatMap((concept) => cardOf(concept, 'en').related));
  expect(concepts.filter((concept) => !reached.has(concept))).toEqual([]);
});

describe('Korean as in a study group', () => {
  const bodies = concepts.map((concept) => `${concept}: ${bodyOf(concept, 'ko')}`);

  test('uses 해요체', () => {
    const found = bodies.filter((body) =>
      /(니다|니까|시오|하라|한다|이다)(?=[.!?:)]|$)/m.test(body.replace(/\*\*".*?"\*\*/g, '')),
    );
    expect(found).toEqual([]);
  });

  test('puts no particle that depends on the last sound after a value', () => {
    const particle =
      /\}`?(\*\*)?(은|는|이|가|을|를|과|와|으로|로|이나|나|이에요|예요|였어요|이었어요)(?=[\s,.:)]|$)/m;
    expect(bodies.filter((body) => particle.test(body))).toEqual([]);
  });
});

describe('a faulty card is named, with the reason', () => {
  const copy = mkdtempSync(join(tmpdir(), 'cards-'));
  afterAll(() => {
    rmSync(copy, { recursive: true });
  });

  test.each([
    ['an unknown value', '{rows, number} rows', '{lines, number} rows', '{lines} is no number'],
    ['a word used as a number', '{metric}', '{metric, number}', '{metric} is no number'],
    [
      'a value that is measured only',
      '## Story\n',
      '## Story\n\n{loss_last}\n',
      '{loss_last} is no value',
    ],
    ['broken braces', '{rows, number} rows', '{rows, number rows', 'is no ICU message'],
    ['a missing section', '## Story\n', '', 'it is none of'],
    ['a section twice', '## Story', '## Answer', '"## Answer" may not come after'],
    [
      'markup that cannot be shown',
      '## Story\n',
      '## Story\n\n> quoted\n',
      'blockquote cannot be shown',
    ],
    ['a link', '## Story\n', '## Story\n\n[there](https://example.org)\n', 'link cannot be shown'],
    [
      'asterisks that make nothing strong',
      '## Story\n',
      '## Story\n\n**(a)**b\n',
      'makes nothing strong',
    ],
    ['an unknown related card', 'related: [', 'related: [batches, ', 'related'],
    ['itself as related', 'related: [', 'related: [epoch, ', 'related'],
    ['a title that is missing', /^title: .*\n/m, '', 'title'],
    ['front matter that is missing', /^---\n/, '', 'no front matter'],
  ])('%s', (_fault, from, to, reason) => {
    cpSync(fileURLToPath(folder), copy, { recursive: true });
    const file = join(copy, 'en', 'epoch.md');
    const text = readFileSync(file, 'utf8');
    const changed =
      from === '## Story\n' && to === ''
        ? text.replace('## Story', '## Stories')
        : text.replace(from, to);
    expect(changed).not.toBe(text);
    writeFileSync(file, changed);
    const load = (): unknown => readCardFiles(copy);
    expect(load).toThrow(file);
    expect(load).toThrow(reason);
  });

  test('a file that is missing', () => {
    cpSync(fileURLToPath(folder), copy, { recursive: true });
    rmSync(join(copy, 'ko', 'epoch.md'));
    expect(() => readCardFiles(copy)).toThrow(join('ko', 'epoch.md'));
  });
});
