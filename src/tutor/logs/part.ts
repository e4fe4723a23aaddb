import type { Text } from '../../content/text.js';

/** One thing to say about a log. */
export interface Part {
  readonly text: Text;
  /** 0 is always said; the higher, the sooner it is left out for want of room. */
  readonly rank: number;
}
