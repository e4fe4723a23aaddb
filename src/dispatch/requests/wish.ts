/** What can be asked for in words, as its language says it. */
import type { ComparedOption } from './side-by-side.js';

/** One thing that can be asked for. All are patterns over lower case. */
export interface Wish {
  readonly command: string;
  /** What is done, in the form of a request: first in English, last in Korean. */
  readonly doing: string;
  /** What it is done to, and whatever else may stand there without changing what is meant. */
  readonly words: readonly string[];
  /** Of these there must be one among the words, or an option: `run` alone asks for nothing. */
  readonly needs?: string;
  /** Options of a training may be said with it. */
  readonly takesOptions?: boolean;
  /** Only the data set may be named. */
  readonly takesData?: boolean;
  /** Values of this option are given with it: who compares batch sizes names none. */
  readonly compares?: ComparedOption;
}

export interface Language {
  /** Stands before a request and is polite. */
  readonly opening: string;
  /** Stands behind it. */
  readonly closing: readonly string[];
  readonly doingIs: 'first' | 'last';
  /** Of a text as it was written: its form alone makes it a question. */
  readonly question?: RegExp;
  /** The first that reads the whole of a text is what it asks for. */
  readonly wishes: readonly Wish[];
}
