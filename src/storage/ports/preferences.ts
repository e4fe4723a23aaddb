import type { Locale } from '../../content/locale.js';
import type { View } from '../../render/view.js';

export interface Preferences {
  /** Missing: the platform's default. */
  readonly locale?: Locale;
  readonly view?: View;
}

export interface PreferenceStore {
  get(userId: string): Promise<Preferences>;
  /** Sets what is given; `undefined` forgets it. */
  set(
    userId: string,
    change: { readonly locale?: Locale | undefined; readonly view?: View | undefined },
  ): Promise<void>;
}
