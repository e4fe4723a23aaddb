/** The written answers: loaded on the first question, each compiled on first use. */
import type { AnswerFile } from './answer-file.js';
import type { AnswerValues } from './answer-values.js';
import type { Concept } from './concepts.js';
import type { Locale } from './locale.js';
import { messageNeeds, sayWhereKnown } from './message-format.js';
import { readPrepared } from './prepared.js';
import type { Text } from './text.js';

export interface Answer {
  readonly id: string;
  /** Related cards, the most important first. */
  readonly concepts: readonly Concept[];
  /** In full, as on a button. */
  readonly question: Readonly<Record<Locale, string>>;
  readonly after: { readonly why: readonly string[]; readonly opposite: readonly string[] };
  /** A statement rather than a question: thanks, a greeting, off-topic. */
  readonly isSmallTalk: boolean;
  /** Commands that do what was asked. */
  readonly commands: NonNullable<AnswerFile['commands']>;
  /** Signatures of error messages that it explains; `{name}` matches the variable parts. */
  readonly errors: readonly string[];
  /** Signatures of warnings and code, next to which something else may be asked. */
  readonly warnings: readonly string[];
}

/** `simpler`: the same in plainer words. */
export type Wording = 'text' | 'simpler';

let loaded: ReadonlyMap<string, AnswerFile> | undefined;

function files(): ReadonlyMap<string, AnswerFile> {
  if (!loaded) {
    const read = JSON.parse(readPrepared('answers.json').toString()) as readonly AnswerFile[];
    loaded = new Map(read.map((file) => [file.id, file]));
  }
  return loaded;
}

export function allAnswers(): readonly Answer[] {
  return [...files().values()].map(answerFrom);
}

export function findAnswer(id: string): Answer | undefined {
  const file = files().get(id);
  return file && answerFrom(file);
}

let shown: ReadonlyMap<string, string> | undefined;

/**
 * Maps a button's question to its answer, so that pressing it gives exactly that; also the answers for
 * exact wordings.
 * @param spelled normalizes a question in the same way as `question`
 */
export function answerShownAs(
  question: string,
  spelled: (written: string) => string,
): string | undefined {
  shown ??= new Map(
    [...files().values()].flatMap(({ id, en, ko, asWritten }) =>
      [en, ko].flatMap((asks) =>
        (asWritten ? asks : asks.slice(0, 1)).map((ask) => [spelled(ask), id] as const),
      ),
    ),
  );
  return shown.get(question);
}

function answerFrom({
  id,
  concepts,
  en,
  ko,
  after,
  commands,
  smallTalk,
  errors,
  warnings,
}: AnswerFile): Answer {
  return {
    id,
    concepts,
    question: { en: en[0] ?? '', ko: ko[0] ?? '' },
    after: { why: after?.why ?? [], opposite: after?.opposite ?? [] },
    commands: commands ?? [],
    isSmallTalk: smallTalk ?? false,
    errors: errors ?? [],
    warnings: warnings ?? [],
  };
}

const sayables = new Map<string, ReturnType<typeof sayWhereKnown>>();

/**
 * An answer's paragraphs. Those that use unavailable values are omitted.
 * @throws RangeError when there is no such answer
 */
export function sayAnswer(
  id: string,
  wording: Wording,
  values: Partial<AnswerValues>,
  locale: Locale,
): readonly Text[] {
  const file = files().get(id);
  if (!file) throw new RangeError(`no answer is called ${id}`);
  return file.wording[locale][wording].flatMap((message) => {
    const key = `${locale} ${message}`;
    const say = sayables.get(key) ?? sayWhereKnown(message, locale);
    sayables.set(key, say);
    const text = say(values);
    return text ? [text] : [];
  });
}

/** The values used by an answer's paragraphs, in a language. */
export function namesIn(id: string, wording: Wording, locale: Locale): ReadonlySet<string> {
  const messages = files().get(id)?.wording[locale][wording] ?? [];
  const needed = messages.map((message) => messageNeeds(message, locale));
  return new Set(needed.flatMap(({ values, numbers }) => [...values, ...numbers]));
}
