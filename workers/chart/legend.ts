/** The legend for many curves: with markers, as colour and dashes alone do not distinguish so many. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Chart, LegendItem, Plugin } from 'chart.js';
import { drawPoint } from 'chart.js/helpers';
import type { ChartSeries } from '../../src/render/chart.js';
import { lineLooks } from '../../src/render/line-looks.js';

/** A legend line's width for names, and each name's extra width besides its letters. */
const ROOM = 950;
const BESIDE_NAME = 82;
const LETTER = 15.5;
const RADIUS = 8;
/** Up to this many lines are distinguished by their dashes. */
const TOLD_BY_DASHES = 3;

/** The approximate number of legend lines. */
export function legendLines(series: readonly ChartSeries[]): number {
  if (series.length <= TOLD_BY_DASHES) return 1;
  let lines = 1;
  let taken = 0;
  for (const { label } of series) {
    const width = BESIDE_NAME + label.length * LETTER;
    if (taken > 0 && taken + width > ROOM) {
      lines += 1;
      taken = 0;
    }
    taken += width;
  }
  return lines;
}

/** The parts of Chart.js' legend missing in its types: each name's position. */
interface Placed {
  readonly legendItems?: readonly LegendItem[];
  readonly legendHitBoxes?: readonly {
    readonly left: number;
    readonly top: number;
    readonly height: number;
  }[];
}

export const markedLegend: Plugin<'line'> = {
  id: 'markedLegend',
  afterDraw(chart: Chart<'line'>) {
    const { legendItems = [], legendHitBoxes = [] } = (chart.legend ?? {}) as Placed;
    if (legendItems.length <= TOLD_BY_DASHES) return;
    // Its types only know the browser's canvas.
    const context = chart.ctx as unknown as SKRSContext2D;
    const boxWidth = chart.options.plugins?.legend?.labels?.boxWidth ?? 0;
    for (const [index, { datasetIndex = 0 }] of legendItems.entries()) {
      const box = legendHitBoxes[index];
      const look = Object.values(lineLooks).find(
        ({ colour }) => colour === chart.data.datasets[datasetIndex]?.borderColor,
      );
      if (!box || !look?.mark) continue;
      context.save();
      context.setLineDash([]);
      context.fillStyle = look.colour;
      context.strokeStyle = look.colour;
      const options = { pointStyle: look.mark, radius: RADIUS, rotation: 0, borderWidth: 1 };
      drawPoint(chart.ctx, options, box.left + boxWidth / 2, box.top + box.height / 2);
      context.restore();
    }
  },
};
