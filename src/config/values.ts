/** What values of variables may be, each with the words for whoever wrote another. */
import { z } from 'zod';

/** A variable, and what is wrong with it beside the others. */
export type Fault = readonly [name: string, message: string];

/** A number, and in words what is allowed: zod would speak of NaN to whoever wrote `abc`. */
export function wholeNumber(min: number, max: number, error: string) {
  // Not coerced: blanks would be 0.
  return z
    .string({ error })
    .trim()
    .regex(/^\d+$/, { error })
    .transform(Number)
    .pipe(z.number().min(min, { error }).max(max, { error }));
}

export const port = wholeNumber(0, 65_535, 'a port from 0 to 65535');

export const portOrOff = z.union([z.literal('off'), port], {
  error: 'a port from 0 to 65535, or off',
});

export const apiUrl = z.url({
  protocol: /^https?$/,
  error: 'an address that begins with http(s)://',
});

/** Slashes at the end are how the contract writes some addresses; discord.js wants none. */
export function withoutSlashes(url: string): string {
  return url.replace(/\/+$/, '');
}
