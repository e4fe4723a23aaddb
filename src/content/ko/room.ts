import type { room as english } from '../en/room.js';

export const room: Record<keyof typeof english, string> = {};
