import type { room as english } from '../en/room.js';
export declare const room: Record<keyof typeof english, string>;
