/** The number of steps that something else is asked about. */
import type { Reading } from '../reading.js';

/** What is shown or asked after: steps by name, a bar's end, or the only number without a role. */
export function stepsShown({
  amounts: { steps, updates, epochs },
  bars,
  others,
}: Reading): number | undefined {
  if (steps !== undefined) return steps;
  if (bars.length === 1) return bars[0]?.total;
  if (updates !== undefined && epochs !== undefined && updates % epochs === 0)
    return updates / epochs;
  const shown = updates ?? (others.length === 1 ? others[0] : undefined);
  return shown === 0 ? undefined : shown;
}
