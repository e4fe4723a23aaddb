import type { Text } from '../../content/text.js';
import type { MessageKey, MessageParams } from '../../content/translator.js';

/** One thing to say about a log. */
export interface Part {
  readonly text: Text;
  /** 0 is always said; the higher, the sooner it is left out for want of room. */
  readonly rank: number;
}

/** The same before it is put into words. */
export type Told = readonly [rank: number, key: MessageKey, params?: MessageParams];
