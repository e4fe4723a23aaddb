/** The callbacks in a pasted fit call: early stopping is used, others are reported. */
import {
  argumentsByName,
  callIn,
  followed,
  numberIn,
  readArguments,
  unquoted,
} from './python-call.js';
import type { KerasOption, Understood } from './keras-option.js';

/** Notes besides what was used and what was not. */
export type KerasNote = 'restoresBest' | 'stopNeedsValidation';

export interface UnderstoodCallbacks extends Understood {
  readonly notes: readonly KerasNote[];
}

/** Positional arguments of `EarlyStopping` (keras v2.15.0 and v3, callbacks), in order. */
const stoppingPositions = [
  ...['monitor', 'min_delta', 'patience', 'verbose', 'mode', 'baseline'],
  ...['restore_best_weights', 'start_from_epoch'],
];
/** Callbacks that Keras adds to every fit anyway. */
const always = ['History', 'ProgbarLogger'];

/**
 * @param value the `callbacks` argument: a list, a callback, or a variable that holds either
 * @param code without comments
 * @param hasValidation whether there will be a val_loss
 */
export function readCallbacks(
  value: string,
  code: string,
  hasValidation: boolean,
): UnderstoodCallbacks {
  const options: KerasOption[] = [];
  const ignored: string[] = [];
  const notes: KerasNote[] = [];
  for (const item of itemsIn(value, code)) {
    const made = callIn(followed(item, code));
    if (!made) ignored.push(`callbacks=${item}`);
    else if (made.name !== 'EarlyStopping' || options.length > 0) {
      if (!always.includes(made.name)) ignored.push(made.name);
    } else {
      const found = readEarlyStopping(made.text, code, hasValidation);
      options.push(...found.options);
      ignored.push(...found.ignored);
      notes.push(...found.notes);
    }
  }
  return { options, ignored, notes };
}

function itemsIn(value: string, code: string): readonly string[] {
  const inside = /^[[(]([\s\S]*)$/.exec(followed(value, code))?.[1];
  if (inside === undefined) return [value];
  return (readArguments(inside, [])?.arguments ?? []).map((item) => item.value);
}

function readEarlyStopping(
  inside: string,
  code: string,
  hasValidation: boolean,
): UnderstoodCallbacks {
  const given = argumentsByName(inside, stoppingPositions);
  const monitor = unquoted(given.get('monitor') ?? 'val_loss');
  if (monitor !== 'val_loss') {
    return { options: [], ignored: [`EarlyStopping(monitor=${monitor})`], notes: [] };
  }
  if (!hasValidation) {
    return { options: [], ignored: ['EarlyStopping'], notes: ['stopNeedsValidation'] };
  }
  const written = given.get('patience') ?? '0';
  const patience = numberIn(written, code) ?? written;
  const restores = given.get('restore_best_weights') === 'True';
  return {
    options: [
      {
        name: 'patience',
        // Keras counts the first epoch without improvement before it compares: 0 is 1.
        value: Number(patience) === 0 ? '1' : patience,
        called: `EarlyStopping(patience=${written})`,
      },
    ],
    ignored: [
      ...notZero(given, 'min_delta', code),
      ...((given.get('mode') ?? '').includes('max') ? ['mode=max'] : []),
      ...(given.has('baseline') ? ['baseline'] : []),
      ...notZero(given, 'start_from_epoch', code),
    ],
    notes: restores ? [] : ['restoresBest'],
  };
}

function notZero(
  given: ReadonlyMap<string, string>,
  name: string,
  code: string,
): readonly string[] {
  return Number(numberIn(given.get(name) ?? '0', code)) === 0 ? [] : [name];
}
