import type { leftOver as english } from '../en/left-over.js';
export declare const leftOver: Record<keyof typeof english, string>;
