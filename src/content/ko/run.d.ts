import type { run as english } from '../en/run.js';
export declare const run: Record<keyof typeof english, string>;
