/** Error messages that an answer explains, recognised by their fixed words before anything is guessed. */
import { allAnswers } from '../../content/answers.js';
import type { MessageParams } from '../../content/translator.js';
import type { Told } from './conversation.js';

export interface KnownError {
  readonly told: Told;
  /** What stood in the places that differ, as far as it is numbers. */
  readonly values: MessageParams;
  /** It stopped the program; else it is a warning or code, beside which something else may be asked. */
  readonly stopped: boolean;
}

interface Signature {
  readonly id: string;
  readonly pattern: RegExp;
  readonly stops: boolean;
}

interface Found extends Signature {
  readonly match: RegExpExecArray;
}

let loaded: readonly Signature[] | undefined;

function signatures(): readonly Signature[] {
  loaded ??= allAnswers().flatMap(({ id, errors, warnings }) => [
    ...errors.map((words) => ({ id, pattern: patternOf(words), stops: true })),
    ...warnings.map((words) => ({ id, pattern: patternOf(words), stops: false })),
  ]);
  return loaded;
}

/** @param text as `machineText` gives it */
export function knownError(text: string): KnownError | undefined {
  const found = lastIn(text);
  if (!found) return undefined;
  const numbers = Object.entries(found.match.groups ?? {}).map(([name, value]) => [
    name,
    Number(value),
  ]);
  return {
    told: { kind: 'answer', id: found.id, telling: 'whole' },
    values: Object.fromEntries(numbers) as MessageParams,
    stopped: found.stops,
  };
}

/** Whether an answer explains an error that a text holds, however long the text is. */
export function explainsError(text: string): boolean {
  return lastIn(machineText(text)) !== undefined;
}

const AROUND = { before: 100, after: 400 };

/** The piece of a long text that holds the error, for asking about it. */
export function errorPart(text: string): string | undefined {
  const whole = machineText(text);
  const found = lastIn(whole);
  if (!found) return undefined;
  const { index } = found.match;
  const end = index + found.match[0].length;
  return whole.slice(Math.max(0, index - AROUND.before), end + AROUND.after);
}

/** Without the error messages that are known: their words are nobody's. @param text in lower case */
export function withoutKnownErrors(text: string): string {
  return signatures().reduce((rest, { pattern }) => rest.replace(pattern, ' '), text);
}

/**
 * A text as signatures are looked for in it: one line in lower case, plain quotes, no code marks.
 * All of it, for a traceback says only at its end what failed.
 */
export function machineText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’‚‛´]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim();
}

/**
 * Of several the one that says more, else the later: a library warns first and fails last, and the
 * name of an error alone (`keyerror:`) says less than its message.
 */
function lastIn(text: string): Found | undefined {
  const found = signatures().flatMap((signature): readonly Found[] => {
    const match = signature.pattern.exec(text);
    return match ? [{ ...signature, match }] : [];
  });
  return found.toSorted((a, b) => weightOf(b) - weightOf(a) || b.match.index - a.match.index)[0];
}

const SHORT = 16;

/** Warnings and code that stand above an error are not what is asked about. */
function weightOf({ stops, match }: Found): number {
  if (!stops) return 0;
  return match[0].length < SHORT ? 1 : 2;
}

/** `shapes ({a}x{b} and {c}x{d})`: each `{name}` is a number; `…` is anything in between. */
function patternOf(words: string): RegExp {
  const source = words
    .toLowerCase()
    .split(/(\{\w+\}|…)/)
    .map((part) => {
      if (part === '…') return '.{0,200}?';
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      if (name !== undefined) return String.raw`(?<${name}>\d{1,12})`;
      return part
        .split(/(\s+|`)/)
        .map((piece) => {
          // Chats take code marks for their own, and what is copied from them has none.
          if (piece === '`') return '`?';
          return /^\s/.test(piece)
            ? String.raw`\s*`
            : piece.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
        })
        .join('');
    })
    .join('');
  return new RegExp(source, 'u');
}
