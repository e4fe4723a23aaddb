/** The task: draws a chart as a PNG. Chart.js lays it out, Skia draws it with a font of our own. */
import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, type Canvas } from '@napi-rs/canvas';
import {
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Title,
  type ChartDataset,
} from 'chart.js';
import type { ChartDescription, ChartPanel, ChartSeries } from '../src/render/chart.js';

const require = createRequire(import.meta.url);
const FONT = 'NanumGothic';
// Machines without fonts draw Korean too: the font comes with a package (SIL Open Font License).
GlobalFonts.registerFromPath(
  require.resolve('@expo-google-fonts/nanum-gothic/400Regular/NanumGothic_400Regular.ttf'),
  FONT,
);
Chart.register(
  LineController,
  LineElement,
  PointElement,
  LinearScale,
  CategoryScale,
  Legend,
  Title,
);

/** Pixels. At a phone's 360 the font is still 10 pixels high. */
const WIDTH = 1000;
const PANEL_HEIGHT = 410;
const TITLE_HEIGHT = 60;
const FONT_SIZE = 27;
/** More epochs than this are a line; fewer get a mark each. */
const MARKED_EPOCHS = 40;

const ink = '#1f2328';
const grid = '#d8dee4';

/** Okabe and Ito's palette, told apart by the colour-blind; dashes and marks tell the same again. */
const styles: Readonly<Record<ChartSeries['role'], Partial<ChartDataset<'line'>>>> = {
  training: {
    borderColor: '#0072B2',
    backgroundColor: '#0072B2',
    borderWidth: 5,
    pointStyle: 'circle',
  },
  validation: {
    borderColor: '#D55E00',
    backgroundColor: '#D55E00',
    borderWidth: 5,
    borderDash: [16, 10],
    pointStyle: 'triangle',
  },
  baseline: {
    borderColor: '#555555',
    backgroundColor: '#555555',
    borderWidth: 4,
    borderDash: [4, 10],
  },
};

export default function drawChart(chart: ChartDescription): Uint8Array {
  const height = TITLE_HEIGHT + chart.panels.length * PANEL_HEIGHT;
  const canvas = createCanvas(WIDTH, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, WIDTH, height);
  context.fillStyle = ink;
  context.font = `${FONT_SIZE * 1.15}px ${FONT}`;
  context.textAlign = 'center';
  context.fillText(chart.title, WIDTH / 2, TITLE_HEIGHT * 0.75, WIDTH - 40);
  chart.panels.forEach((panel, index) => {
    const { canvas: drawn, chart: panelChart } = drawPanel(panel, chart);
    context.drawImage(drawn, 0, TITLE_HEIGHT + index * PANEL_HEIGHT);
    // Only now: destroying a chart clears what it has drawn.
    panelChart.destroy();
  });
  return canvas.toBuffer('image/png');
}

function drawPanel(
  panel: ChartPanel,
  { epochLabel, firstEpoch }: ChartDescription,
): { canvas: Canvas; chart: Chart } {
  const canvas = createCanvas(WIDTH, PANEL_HEIGHT);
  const epochs = Math.max(...panel.series.map(({ values }) => values.length));
  const font = { family: FONT, size: FONT_SIZE };
  const axis = { grid: { color: grid }, border: { color: ink } };
  const chart = new Chart(canvas, {
    type: 'line',
    data: {
      labels: Array.from({ length: epochs }, (_, index) => String(firstEpoch + index)),
      datasets: panel.series.map((series) => datasetOf(series, epochs)),
    },
    options: {
      animation: false,
      responsive: false,
      devicePixelRatio: 1,
      events: [],
      font,
      color: ink,
      layout: { padding: { left: 20, right: 30, bottom: 5 } },
      plugins: {
        legend: {
          position: 'top',
          align: 'end',
          labels: {
            font,
            color: ink,
            // A box without height is a line, with the series' dashes.
            boxWidth: 64,
            boxHeight: 0,
            padding: 16,
          },
        },
        title: { display: false },
      },
      scales: {
        x: {
          ...axis,
          title: { display: true, text: epochLabel, font, color: ink },
          ticks: { font, color: ink, maxTicksLimit: 11, maxRotation: 0, autoSkipPadding: 24 },
        },
        y: {
          ...axis,
          title: { display: true, text: panel.title, font, color: ink },
          ticks: { font, color: ink, maxTicksLimit: 6 },
        },
      },
    },
  });
  return { canvas, chart };
}

function datasetOf({ role, label, values }: ChartSeries, epochs: number): ChartDataset<'line'> {
  const marked = role !== 'baseline' && epochs <= MARKED_EPOCHS;
  return {
    ...styles[role],
    label,
    data: [...values],
    pointRadius: marked ? 7 : role === 'baseline' && epochs === 1 ? 7 : 0,
    // Marks at the edge of the panel are drawn whole.
    clip: false,
  };
}
