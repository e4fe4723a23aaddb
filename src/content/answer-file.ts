/**
 * The file format of a written answer, `answers/<area>/<answer>.md`: front matter with the concepts it
 * touches and the questions people ask for it, then the answer and a simpler wording, in each language.
 */
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Heading } from 'mdast';
import { parse } from 'yaml';
import { z } from 'zod';
import { answerValues, answerValuesAlways } from './answer-values.js';
import { concepts } from './concepts.js';
import { locales, type Locale } from './locale.js';
import { ContentFault, faultAt, inlineMessage } from './markdown-message.js';
import { messageNeeds } from './message-format.js';

const headings: Readonly<Record<Locale, { readonly answer: string; readonly simpler: string }>> = {
  en: { answer: 'English', simpler: 'Simpler' },
  ko: { answer: '한국어', simpler: '더 쉽게' },
};

/** Discord's limit for button labels (developer docs, Button Structure), which also fits Slack. */
const MAX_QUESTION = 75;
const FEWEST_ASKS = 12;
/** Answers about the product's main terms have more example questions. */
const FEWEST_MAIN_ASKS = 25;
const mainConcepts: ReadonlySet<string> = new Set([
  ...['epoch', 'iteration', 'batch_size', 'steps_per_epoch', 'progress_bar', 'loss', 'accuracy'],
  'validation_split',
]);
const MAX_TEXT = 900;
const MAX_SIMPLER = 420;

/** Commands that an answer's button may run. */
const personalCommands = ['forget', 'mydata'] as const;

const asks = z.array(z.string().trim().min(1).max(300)).min(1);

const frontMatter = z.strictObject({
  concepts: z.array(z.enum(concepts)).max(4),
  en: asks,
  ko: asks,
  after: z
    .strictObject({ why: z.array(z.string()).optional(), opposite: z.array(z.string()).optional() })
    .optional(),
  /** Terms that the answer defines, for questions about what something is. */
  defines: z.strictObject({ en: asks, ko: asks }).optional(),
  /** Commands that do what was asked, offered as the first buttons. */
  commands: z.array(z.enum(personalCommands)).optional(),
  /**
   * Matches only exactly these words: no other question is matched to it, and the
   * chooser is not trained on it.
   */
  asWritten: z.literal(true).optional(),
  /** A statement rather than a question; never offered as a button. */
  smallTalk: z.literal(true).optional(),
  /** Signatures of error messages that stop a program. */
  errors: z.array(z.string().min(8)).optional(),
  /** Signatures of warnings and code, next to which something else may be asked. */
  warnings: z.array(z.string().min(8)).optional(),
});

/** ICU messages, one per paragraph. */
export interface Wording {
  readonly text: readonly string[];
  readonly simpler: readonly string[];
}

export interface AnswerFile extends z.infer<typeof frontMatter> {
  readonly id: string;
  readonly wording: Readonly<Record<Locale, Wording>>;
}

/**
 * @param id the file name without its extension
 * @throws ContentFault that says what is wrong and where
 */
export function readAnswerFile(id: string, file: string): AnswerFile {
  const whole = file.replaceAll('\r\n', '\n');
  const [, yaml, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(whole) ?? [];
  if (yaml === undefined || body === undefined) throw new ContentFault('it has no front matter');
  const { data, error } = frontMatter.safeParse(parse(yaml));
  if (error) throw new ContentFault(z.prettifyError(error));
  const [chief] = data.concepts;
  for (const locale of locales) checkAsks(data[locale], locale, chief);
  const firstLine = yaml.split('\n').length + 2;
  return {
    ...data,
    id,
    wording: readWordings(
      body,
      firstLine,
      capturedBy([...(data.errors ?? []), ...(data.warnings ?? [])]),
    ),
  };
}

/** Captures common to all signatures, which the answer may use. */
function capturedBy(errors: readonly string[]): ReadonlySet<string> {
  const [first = [], ...others] = errors.map((words) =>
    [...words.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
  );
  return new Set(first.filter((name) => others.every((names) => names.includes(name))));
}

function checkAsks(lines: readonly string[], locale: Locale, chief: string | undefined): void {
  const fewest = chief !== undefined && mainConcepts.has(chief) ? FEWEST_MAIN_ASKS : FEWEST_ASKS;
  if (lines.length < fewest) {
    throw new ContentFault(`${locale}: ${lines.length} questions, at least ${fewest} are wanted`);
  }
  const [shown = ''] = lines;
  if (shown.length > MAX_QUESTION) {
    throw new ContentFault(`${locale}: the first question is shown on a button, it is too long`);
  }
  const twice = lines.find((line, index) => lines.indexOf(line) !== index);
  if (twice !== undefined) throw new ContentFault(`${locale}: "${twice}" stands twice`);
  const stray = lines.find((line) => locale === 'en' && /\p{sc=Hangul}/u.test(line));
  if (stray !== undefined) throw new ContentFault(`en: "${stray}" is Korean`);
}

function readWordings(
  body: string,
  firstLine: number,
  captured: ReadonlySet<string>,
): AnswerFile['wording'] {
  const parts = new Map<string, string[]>();
  let locale: Locale | undefined;
  let part: string | undefined;
  for (const node of fromMarkdown('\n'.repeat(firstLine - 1) + body).children) {
    if (node.type === 'heading') {
      locale = localeOf(node) ?? locale;
      const isSimpler = node.depth === 3;
      if (locale === undefined || (isSimpler && titleOf(node) !== headings[locale].simpler)) {
        throw faultAt(node, `"${titleOf(node)}" is no heading of an answer`);
      }
      part = `${locale} ${isSimpler ? 'simpler' : 'text'}`;
      if (parts.has(part)) throw faultAt(node, `"${titleOf(node)}" stands twice`);
      parts.set(part, []);
    } else {
      const found = part === undefined ? undefined : parts.get(part);
      if (node.type !== 'paragraph' || !found || !locale) {
        throw faultAt(node, 'only paragraphs under "## English" and "## 한국어" can be shown');
      }
      const message = inlineMessage(node.children);
      const fault = faultOf(message, locale, captured);
      if (fault !== undefined) throw faultAt(node, fault);
      found.push(message);
    }
  }
  const wordingOf = (of: Locale): Wording => {
    const text = parts.get(`${of} text`) ?? [];
    const simpler = parts.get(`${of} simpler`) ?? [];
    for (const [messages, title, most] of [
      [text, headings[of].answer, MAX_TEXT],
      [simpler, headings[of].simpler, MAX_SIMPLER],
    ] as const) {
      checkLength(messages, title, most);
      if (!messages.some((message) => saysAlways(message, of))) {
        throw new ContentFault(`"${title}" says nothing to somebody without a run`);
      }
    }
    return { text, simpler };
  };
  return { en: wordingOf('en'), ko: wordingOf('ko') };
}

function checkLength(messages: readonly string[], title: string, most: number): void {
  if (messages.length === 0) throw new ContentFault(`"${title}" is missing or empty`);
  const length = messages.join('\n').length;
  if (length > most) throw new ContentFault(`"${title}" has ${length} characters, at most ${most}`);
}

function localeOf(heading: Heading): Locale | undefined {
  if (heading.depth !== 2) return undefined;
  return locales.find((locale) => headings[locale].answer === titleOf(heading));
}

function titleOf({ children: [title] }: Heading): string {
  return title?.type === 'text' ? title.value : '';
}

/** A description of a message's error. */
function faultOf(
  message: string,
  locale: Locale,
  captured: ReadonlySet<string>,
): string | undefined {
  let needs: ReturnType<typeof messageNeeds>;
  try {
    needs = messageNeeds(message, locale);
  } catch (error) {
    return `"${message}" is no ICU message: ${String(error)}`;
  }
  const known: Readonly<Record<string, 'number' | 'word'>> = answerValues;
  const unknown = [...needs.values, ...needs.numbers].find(
    (name) => !Object.hasOwn(known, name) && !captured.has(name),
  );
  if (unknown !== undefined) return `{${unknown}} is no value that an answer can have`;
  const word = [...needs.numbers].find((name) => known[name] !== 'number' && !captured.has(name));
  return word === undefined ? undefined : `{${word}} is no number`;
}

/** Whether it can be shown to everybody, without a run. */
function saysAlways(message: string, locale: Locale): boolean {
  const { values, numbers } = messageNeeds(message, locale);
  return [...values, ...numbers].every((name) => Object.hasOwn(answerValuesAlways, name));
}
