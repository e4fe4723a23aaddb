import type { asking as english } from '../en/asking.js';
export declare const asking: Record<keyof typeof english, string>;
