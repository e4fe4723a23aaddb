/** Whom a slash command's answer is for, whether typed or sent through its form. */
import type { Heard } from './inbound.js';

/** Commands whose answer is private until the asker shows it to everyone. */
const forTheAsker: readonly string[] = ['ask', 'code', 'data', 'explain', 'share'];
/** A run's message names its owner, and is edited later. */
const sayWhose: readonly string[] = ['fit', 'check'];

export function audienceOf(command: string, line: string): Pick<Heard, 'quoted' | 'alone'> {
  return {
    ...(!sayWhose.includes(command) && { quoted: line }),
    alone: forTheAsker.includes(command),
  };
}
