/** Schemas for variables' values, each with a message for an invalid one. */
import { z } from 'zod';

/** A variable, and how it conflicts with others. */
export type Fault = readonly [name: string, message: string];

/** A number, with its range in words: for `abc`, zod's own message would talk about NaN. */
export function wholeNumber(min: number, max: number, error: string) {
  // Not coerced: a blank would become 0.
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

/** The contract has trailing slashes in some URLs; discord.js wants none. */
export function withoutSlashes(url: string): string {
  return url.replace(/\/+$/, '');
}
