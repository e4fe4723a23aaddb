import type { commands as english } from '../en/commands.js';
export declare const commands: Record<keyof typeof english, string>;
