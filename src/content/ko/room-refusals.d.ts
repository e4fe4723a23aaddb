import type { roomRefusals as english } from '../en/room-refusals.js';
export declare const roomRefusals: Record<keyof typeof english, string>;
