import type { quiz as english } from '../en/quiz.js';
export declare const quiz: Record<keyof typeof english, string>;
