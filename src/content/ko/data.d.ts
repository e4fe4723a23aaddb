import type { data as english } from '../en/data.js';
export declare const data: Record<keyof typeof english, string>;
