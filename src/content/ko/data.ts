import type { data as english } from '../en/data.js';

export const data: Record<keyof typeof english, string> = {};
