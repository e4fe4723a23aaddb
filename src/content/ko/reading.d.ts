import type { reading as english } from '../en/reading.js';
export declare const reading: Record<keyof typeof english, string>;
