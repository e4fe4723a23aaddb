/** Whom a slash command's answer is for, typed as a line or sent through its form. */
import type { Heard } from './inbound.js';

/** What they answer is for whoever asked, until they show it to the others. */
const forTheAsker: readonly string[] = ['ask', 'code', 'data', 'explain', 'share'];
/** A run's message says itself whose it is, and goes on being edited. */
const sayWhose: readonly string[] = ['fit', 'check'];

export function audienceOf(command: string, line: string): Pick<Heard, 'quoted' | 'alone'> {
  return {
    ...(!sayWhose.includes(command) && { quoted: line }),
    alone: forTheAsker.includes(command),
  };
}
