import type { cards as english } from '../en/cards.js';
export declare const cards: Record<keyof typeof english, string>;
