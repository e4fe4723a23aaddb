/**
 * The task: draws a chart as a PNG. Chart.js lays it out, Skia draws it with our own font.
 * Canvas memory is native: it is freed only in a thread that runs its event loop (`src/runs/pool.ts`).
 */
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import {
  Chart,
  defaults,
  Legend,
  LinearScale,
  LogarithmicScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  SubTitle,
  type ChartOptions,
  type Scale,
} from 'chart.js';
import type { ChartDescription, ChartPanel, ChartScatter } from '../src/render/chart.js';
import { epochTicks } from './chart/epoch-ticks.js';
import { FONT } from './chart/font.js';
import { indexedPng } from './chart/indexed-png.js';
import { legendLines, markedLegend } from './chart/legend.js';
import { logarithmicTicks } from './chart/logarithmic-ticks.js';
import { drawMatrix, matrixColours, matrixHeight } from './chart/matrix.js';
import { drawPictures, picturesHeight } from './chart/pictures.js';
import { scatterColours, scatterData, scatterOptions } from './chart/scatter.js';
import { coloursOf, datasetOf, grid, ink, paper } from './chart/series.js';

Chart.register(
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  LinearScale,
  LogarithmicScale,
  Legend,
  SubTitle,
);
// A panel's note is closer to it than the legend.
defaults.set('plugins.subtitle', { weight: 0 });

/** In pixels. At a phone's width of 360 the font is still 10 pixels high. */
const WIDTH = 1000;
const PANEL_HEIGHT = 410;
/** The height of an additional legend line. */
const LEGEND_LINE = 44;
const TITLE_HEIGHT = 60;
/** Nearly square, as both axes are the same. */
const SCATTER_HEIGHT = 840;
const FONT_SIZE = 27;
/** Space between the legend and the panel, for markers at the panel's upper edge. */
const LEGEND_GAP = 8;
/** Width of the left axis, the same in all panels, so that epochs are aligned. */
const SCALE_WIDTH = 130;

/** A PNG, 1000 pixels wide: the title, then the panels and other parts, stacked. */
export default function drawChart(description: ChartDescription): Uint8Array {
  const { title, panels, epochLabel, matrix, scatter, pictures } = description;
  // All on the same canvas: a second one would only have to be copied.
  const heights = panels.map(panelHeight);
  const canvas = createCanvas(WIDTH, Math.max(PANEL_HEIGHT, ...heights));
  const context = canvas.getContext('2d');
  const taken = (height: number): Uint8ClampedArray =>
    context.getImageData(0, 0, WIDTH, height).data;
  drawTitle(title, context);
  const strips = [taken(TITLE_HEIGHT)];
  for (const [index, panel] of panels.entries()) {
    const height = heights[index] ?? PANEL_HEIGHT;
    canvas.height = height;
    const drawn = new Chart(canvas, {
      type: 'line',
      data: { datasets: panel.series.map(datasetOf) },
      options: panelOptions(panel, epochLabel),
      plugins: [{ id: 'paper', beforeDraw: layPaper }, markedLegend],
    });
    strips.push(taken(height));
    // Only now: destroying a chart clears what it has drawn.
    drawn.destroy();
  }
  if (matrix) {
    strips.push(
      onPaper(matrixHeight(matrix), (context) => {
        drawMatrix(context, matrix, FONT);
      }),
    );
  }
  if (scatter) strips.push(drawScatter(scatter));
  if (pictures) {
    strips.push(
      onPaper(picturesHeight(pictures), (context) => {
        drawPictures(context, pictures, FONT);
      }),
    );
  }
  const flat = [paper, grid, ...(matrix ? matrixColours : [])];
  const lines = [
    ...coloursOf(panels.flatMap(({ series }) => series)),
    ...(scatter ? scatterColours : []),
  ];
  const inks = [ink, ...lines.filter((colour) => !flat.includes(colour))];
  return indexedPng({ width: WIDTH, strips, flat, inks });
}

/** A part of the drawing with its own height. */
function onPaper(height: number, draw: (context: SKRSContext2D) => void): Uint8ClampedArray {
  const context = createCanvas(WIDTH, height).getContext('2d');
  context.fillStyle = paper;
  context.fillRect(0, 0, WIDTH, height);
  draw(context);
  return context.getImageData(0, 0, WIDTH, height).data;
}

function drawScatter(scatter: ChartScatter): Uint8ClampedArray {
  const canvas = createCanvas(WIDTH, SCATTER_HEIGHT);
  const drawn = new Chart(canvas, {
    type: 'scatter',
    data: scatterData(scatter),
    options: scatterOptions(scatter, { family: FONT, size: FONT_SIZE }),
    plugins: [{ id: 'paper', beforeDraw: layPaper }],
  });
  const { data } = canvas.getContext('2d').getImageData(0, 0, WIDTH, SCATTER_HEIGHT);
  drawn.destroy();
  return data;
}

/** With many curves the legend gets extra height, so that the panels do not shrink. */
function panelHeight(panel: ChartPanel): number {
  const isNamed = panel.axis === undefined;
  return PANEL_HEIGHT + (isNamed ? (legendLines(panel.series) - 1) * LEGEND_LINE : 0);
}

function drawTitle(title: string, context: SKRSContext2D): void {
  layPaper({ ctx: context });
  context.fillStyle = ink;
  context.textAlign = 'center';
  context.font = `bold ${FONT_SIZE * 1.1}px ${FONT}`;
  context.fillText(title, WIDTH / 2, TITLE_HEIGHT * 0.75, WIDTH - 40);
}

function layPaper({ ctx }: { readonly ctx: Pick<SKRSContext2D, 'fillStyle' | 'fillRect'> }): void {
  ctx.fillStyle = paper;
  ctx.fillRect(0, 0, WIDTH, Math.max(PANEL_HEIGHT, SCATTER_HEIGHT));
}

function panelOptions(panel: ChartPanel, epochLabel: string): ChartOptions<'line'> {
  const { title, series, note } = panel;
  const font = { family: FONT, size: FONT_SIZE };
  const look = { grid: { color: grid }, border: { color: ink } };
  const numbers = series.flatMap(({ values }) => values.filter((value) => value !== null));
  return {
    animation: false,
    responsive: false,
    devicePixelRatio: 1,
    events: [],
    // A decimal point as in Keras, whatever the server's locale.
    locale: 'en',
    font,
    color: ink,
    layout: { padding: { left: 10, right: 30, bottom: 5 } },
    plugins: {
      // A legend has no margin; without a note, an empty line serves as one.
      subtitle: {
        ...{ display: true, text: note ?? '', align: 'end', color: ink },
        font: { family: FONT, size: note === undefined ? 0 : FONT_SIZE },
        padding: { top: 0, bottom: LEGEND_GAP },
      },
      legend: {
        // A panel with its own axis shows the same series as the one above it.
        display: panel.axis === undefined,
        align: 'end',
        // A box without height is a line with the series' dashes.
        labels: {
          ...{ font, color: ink, boxWidth: 56, boxHeight: 0, padding: 16 },
          sort: (a, b) => (a.datasetIndex ?? 0) - (b.datasetIndex ?? 0),
        },
      },
    },
    scales: {
      x: {
        ...look,
        ...horizontal(panel),
        title: { display: true, text: panel.axis?.label ?? epochLabel, font, color: ink },
        ticks: { font, color: ink, maxRotation: 0, autoSkip: panel.axis !== undefined },
      },
      y: {
        ...look,
        title: { display: true, text: title, font, color: ink },
        ticks: { font, color: ink, maxTicksLimit: 6, display: numbers.length > 0 },
        ...vertical(panel, numbers),
        afterFit: (scale) => {
          scale.width = Math.max(scale.width, SCALE_WIDTH);
        },
      },
    },
  };
}

/** A logarithmic axis has no 0: there the line has a gap. */
function vertical({ isSteep }: ChartPanel, numbers: readonly number[]) {
  const above = numbers.filter((number) => number > 0);
  if (isSteep && above.length > 0) {
    // From one axis number to another.
    const from = Math.min(...above);
    const to = Math.max(...above);
    const power = 10 ** Math.floor(Math.log10(from));
    const min = [5, 2, 1].map((digit) => digit * power).find((tick) => tick <= from) ?? power;
    return {
      type: 'logarithmic' as const,
      min,
      max: to * 1.1,
      afterBuildTicks: ticksAt(logarithmicTicks(min, to * 1.1, 'up')),
    };
  }
  return numbers.length > 0 ? { suggestedMin: floorOf(numbers) } : {};
}

/** From the first epoch to the last, or the whole range of a separate axis. */
function horizontal({ axis, series }: ChartPanel) {
  if (axis) {
    const ends = series.flatMap(({ at = [] }) => [at[0] ?? 1, at.at(-1) ?? 1]);
    const from = Math.min(...ends);
    const to = Math.max(...ends);
    if (axis.scale === 'linear') return { type: 'linear' as const, min: 0, max: to };
    return {
      type: 'logarithmic' as const,
      min: from,
      max: to,
      afterBuildTicks: ticksAt(logarithmicTicks(from, to)),
    };
  }
  const epochs = Math.max(1, ...series.map(({ values }) => values.length));
  return {
    type: 'linear' as const,
    // A single epoch is centred.
    min: epochs === 1 ? 0.5 : 1,
    max: epochs === 1 ? 1.5 : epochs,
    afterBuildTicks: ticksAt(epochTicks(epochs)),
  };
}

function ticksAt(values: readonly number[]): (scale: Scale) => void {
  return (scale) => {
    scale.ticks = values.map((value) => ({ value }));
  };
}

/** Slightly below the lowest value, so that no line lies on the axis; never below 0. */
function floorOf(numbers: readonly number[]): number {
  const lowest = Math.min(...numbers);
  return Math.max(0, lowest - 0.05 * (Math.max(...numbers) - lowest));
}
