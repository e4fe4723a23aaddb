import type { personal as english } from '../en/personal.js';
export declare const personal: Record<keyof typeof english, string>;
