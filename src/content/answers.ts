/** The written answers: loaded when the first question comes, each compiled when it is first said. */
import type { AnswerFile } from './answer-file.js';
import type { AnswerValues } from './answer-values.js';
import type { Concept } from './concepts.js';
import type { Locale } from './locale.js';
import { messageNeeds, sayWhereKnown } from './message-format.js';
import { readPrepared } from './prepared.js';
import type { Text } from './text.js';

export interface Answer {
  readonly id: string;
  /** The cards it touches, the chief one first. */
  readonly concepts: readonly Concept[];
  /** In full, as a button shows it. */
  readonly question: Readonly<Record<Locale, string>>;
  readonly after: { readonly why: readonly string[]; readonly opposite: readonly string[] };
  /** Said to the tutor rather than asked: thanks, a greeting, what is not ours. */
  readonly isSmallTalk: boolean;
  /** Commands that do what is asked for. */
  readonly commands: NonNullable<AnswerFile['commands']>;
  /** Fixed words of messages that stop a program and that it explains; `{name}` stands for what differs. */
  readonly errors: readonly string[];
  /** Of warnings and of code, beside which something else may be asked. */
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
 * Which answer a button's question belongs to, so that pressing it says just that; and which one is
 * asked for in just these words.
 * @param spelled spells a question the way `question` is spelled
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
 * An answer in words, a paragraph each. What speaks of values that there are not is left out.
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

/** Which values an answer's paragraphs speak of, in a language. */
export function namesIn(id: string, wording: Wording, locale: Locale): ReadonlySet<string> {
  const messages = files().get(id)?.wording[locale][wording] ?? [];
  const needed = messages.map((message) => messageNeeds(message, locale));
  return new Set(needed.flatMap(({ values, numbers }) => [...values, ...numbers]));
}
