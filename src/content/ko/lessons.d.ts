import type { lessons as english } from '../en/lessons.js';
export declare const lessons: Record<keyof typeof english, string>;
