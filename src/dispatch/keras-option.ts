/** What is made of pasted Keras code. */
import type { GivenOption } from './words.js';

export interface KerasOption extends GivenOption {
  /**
   * As it is called in the code, where `/fit` can do without it: then a value that it does not take
   * is named as not taken. Without this the value is refused as if it had been typed.
   */
  readonly called?: string;
}

export interface Understood {
  readonly options: readonly KerasOption[];
  /** What changes what Keras does and `/fit` has no option for, as it is called in the code. */
  readonly ignored: readonly string[];
}

/** Whether `/fit` takes that value for that option. */
export type Accepts = (option: string, value: string) => boolean;
