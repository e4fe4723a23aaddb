/** The owners of a board's runs, each with one that is in progress. */
import type { Part } from '../../chat/message.js';
import type { BoardLine } from '../../runs/board.js';
import type { RunState } from '../../runs/run.js';
import { goesOnAs } from '../goes-on.js';

/** @param states in the order of the lines; undefined for runs not started */
export function partsOf(
  lines: readonly BoardLine[],
  states: readonly (RunState | undefined)[],
): readonly Part[] {
  const parts = new Map<string, Part>();
  for (const [index, { ownerId }] of lines.entries()) {
    // Its owner's data has been deleted.
    if (ownerId === '' || parts.get(ownerId)?.goesOn) continue;
    const state = states[index];
    const goesOn = state && goesOnAs(state);
    parts.set(ownerId, { ownerId, ...(goesOn && { goesOn }) });
  }
  return [...parts.values()];
}
