import type { compare as english } from '../en/compare.js';
export declare const compare: Record<keyof typeof english, string>;
