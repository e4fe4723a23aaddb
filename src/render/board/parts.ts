/** Whose runs a board shows, each with one that goes on. */
import type { Part } from '../../chat/message.js';
import type { BoardLine } from '../../runs/board.js';
import type { RunState } from '../../runs/run.js';
import { goesOnAs } from '../goes-on.js';

/** @param states as the lines; undefined of what is not started */
export function partsOf(
  lines: readonly BoardLine[],
  states: readonly (RunState | undefined)[],
): readonly Part[] {
  const parts = new Map<string, Part>();
  for (const [index, { ownerId }] of lines.entries()) {
    // Its owner's data were deleted.
    if (ownerId === '' || parts.get(ownerId)?.goesOn) continue;
    const state = states[index];
    const goesOn = state && goesOnAs(state);
    parts.set(ownerId, { ownerId, ...(goesOn && { goesOn }) });
  }
  return [...parts.values()];
}
