import type { settings as english } from '../en/settings.js';
export declare const settings: Record<keyof typeof english, string>;
