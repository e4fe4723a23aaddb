import type { Reading } from './training-log.js';

/** As Keras printed it, unless a number that overflows would fill the line. */
export function printed({ value, text }: Reading): string {
  return text.length > 12 ? value.toExponential(4) : text;
}
