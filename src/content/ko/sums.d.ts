import type { sums as english } from '../en/sums.js';
export declare const sums: Record<keyof typeof english, string>;
