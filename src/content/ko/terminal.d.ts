import type { terminal as english } from '../en/terminal.js';
export declare const terminal: Record<keyof typeof english, string>;
