import type { errors as english } from '../en/errors.js';

export const errors: Record<keyof typeof english, string> = {};
