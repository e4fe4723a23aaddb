/** Charts drawn lately, so that a comparison that a whole class asks for is drawn once. */
import { createHash } from 'node:crypto';
import type { ChartDescription } from '../render/chart.js';

/** At most 40 kB each (`workers/chart/indexed-png.ts`). */
const KEPT = 20;

export type Draw = (chart: ChartDescription) => Promise<Uint8Array>;

/** @param draw draws a chart as a PNG; the same description gives the same picture */
export function drawnOnce(draw: Draw): Draw {
  /** Under way or done, by the hash of what they show; the one asked for longest ago first. */
  const drawings = new Map<string, Promise<Uint8Array>>();
  return (chart) => {
    const shown = createHash('sha256').update(JSON.stringify(chart)).digest('base64');
    const drawing = drawings.get(shown) ?? draw(chart);
    drawings.delete(shown);
    drawings.set(shown, drawing);
    // A drawing that failed is tried again.
    drawing.catch(() => drawings.delete(shown));
    const [oldest] = drawings.keys();
    if (drawings.size > KEPT && oldest !== undefined) drawings.delete(oldest);
    return drawing;
  };
}
