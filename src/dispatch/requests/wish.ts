/** Requests that can be made in words, by language. */
import type { ComparedOption } from './side-by-side.js';

/** One kind of request. All patterns match lower case. */
export interface Wish {
  readonly command: string;
  /** The action, in the form of a request: first in English, last in Korean. */
  readonly doing: string;
  /** Its object, and other words that do not change the meaning. */
  readonly words: readonly string[];
  /** One of these words, or an option, is required: `run` alone is not a request. */
  readonly needs?: string;
  /** It may contain training options. */
  readonly takesOptions?: boolean;
  /** It may contain only the data set. */
  readonly takesData?: boolean;
  /** The option that gets default values: people who compare batch sizes name none. */
  readonly compares?: ComparedOption;
}

export interface Language {
  /** Polite words before a request. */
  readonly opening: string;
  /** Polite words after it. */
  readonly closing: readonly string[];
  readonly doingIs: 'first' | 'last';
  /** Matches the original text: its form alone makes it a question. */
  readonly question?: RegExp;
  /** The first that matches the whole text wins. */
  readonly wishes: readonly Wish[];
}
