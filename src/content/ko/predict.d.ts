import type { predict as english } from '../en/predict.js';
export declare const predict: Record<keyof typeof english, string>;
