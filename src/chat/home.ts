/** A personal page, where a platform has one: redrawn whenever it is opened. */
import type { Translator } from '../content/translator.js';
import type { ChatMessage } from './message.js';

export interface Home {
  /** Sections from top to bottom, each with its buttons. */
  readonly sections: readonly ChatMessage[];
  /** Settles when something on it has changed by itself; undefined where nothing will. */
  readonly changes?: Promise<unknown>;
}

export type HomeOf = (userId: string, t: Translator) => Promise<Home>;
