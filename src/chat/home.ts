/** A page of somebody's own, where a platform has one: drawn anew whenever they come. */
import type { Translator } from '../content/translator.js';
import type { ChatMessage } from './message.js';

export interface Home {
  /** From top to bottom, each with its buttons. */
  readonly sections: readonly ChatMessage[];
  /** Settles when something on it has changed by itself; missing where nothing will. */
  readonly changes?: Promise<unknown>;
}

export type HomeOf = (userId: string, t: Translator) => Promise<Home>;
