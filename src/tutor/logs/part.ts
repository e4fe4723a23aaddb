import type { Text } from '../../content/text.js';
import type { MessageKey, MessageParams } from '../../content/translator.js';

/** One thing to say about a log. */
export interface Part {
  readonly text: Text;
  /** 0 is always included; the higher, the sooner it is dropped when space is short. */
  readonly rank: number;
}

/** The same before it is translated. */
export type Told = readonly [rank: number, key: MessageKey, params?: MessageParams];
