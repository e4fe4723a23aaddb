import type { lessons as english } from '../en/lessons.js';

export const lessons: Record<keyof typeof english, string> = {};
