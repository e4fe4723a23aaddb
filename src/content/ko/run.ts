import type { run as english } from '../en/run.js';

export const run: Record<keyof typeof english, string> = {};
