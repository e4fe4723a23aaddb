/** Options read from pasted Keras code. */
import type { GivenOption } from './words.js';

export interface KerasOption extends GivenOption {
  /**
   * Its name in the code, where `/fit` can do without it: then a value that `/fit` does not accept
   * is reported as not used. Without this the value is refused as if it had been typed.
   */
  readonly called?: string;
}

export interface Understood {
  readonly options: readonly KerasOption[];
  /** Names of arguments that change training but have no `/fit` option. */
  readonly ignored: readonly string[];
}

/** Whether `/fit` accepts that value for that option. */
export type Accepts = (option: string, value: string) => boolean;
