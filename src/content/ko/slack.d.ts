import type { slack as english } from '../en/slack.js';
export declare const slack: Record<keyof typeof english, string>;
