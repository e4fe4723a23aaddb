import type { commands as english } from '../en/commands.js';

export const commands: Record<keyof typeof english, string> = {};
