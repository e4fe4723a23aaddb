import type { logs as english } from '../en/logs.js';
export declare const logs: Record<keyof typeof english, string>;
