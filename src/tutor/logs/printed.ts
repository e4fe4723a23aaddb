import type { Reading } from './training-log.js';

/** The number as Keras printed it, unless an overflowing one would fill the line. */
export function printed({ value, text }: Reading): string {
  return text.length > 12 ? value.toExponential(4) : text;
}
