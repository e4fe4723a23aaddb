import type { errors as english } from '../en/errors.js';
export declare const errors: Record<keyof typeof english, string>;
