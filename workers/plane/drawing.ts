/**
 * Draws a plane's picture: Chart.js lays out axes, points and legend once; the answers below them are
 * drawn for each frame.
 */
import { type Canvas, createCanvas, ImageData, type SKRSContext2D } from '@napi-rs/canvas';
import {
  Chart,
  type ChartArea,
  Legend,
  LinearScale,
  PointElement,
  ScatterController,
} from 'chart.js';
import type { PlaneFrame, PlanePicture } from '../../src/render/plane/picture.js';
import { FONT } from '../chart/font.js';
import { ink, paper } from '../chart/series.js';
import { amountColours, blend, classStyles } from './colours.js';
import { fieldColours, fieldOf } from './field.js';
import { legendItems } from './legend.js';
import { type Look, pointDatasets } from './points.js';

Chart.register(ScatterController, LinearScale, PointElement, Legend);

/** Antialiasing shades for letters and markers. */
const SHADES = [0.25, 0.5, 0.75];

export class PlaneDrawing {
  readonly width: number;
  readonly height: number;
  readonly #picture: PlanePicture;
  readonly #look: Look;
  readonly #titleHeight: number;
  /** Axes, points and legend on a transparent background. */
  readonly #overlay: Canvas;
  readonly #area: ChartArea;
  readonly #sheet: SKRSContext2D;

  constructor(picture: PlanePicture, look: Look) {
    this.#picture = picture;
    this.#look = look;
    this.width = look.width;
    this.height = look.height;
    this.#titleHeight = Math.round(look.font * (picture.colours.kind === 'amount' ? 4.2 : 2.2));
    const chartHeight = look.height - this.#titleHeight;
    const drawn = createCanvas(look.width, chartHeight);
    const chart = new Chart(drawn, chartOptions(picture, look));
    const { left, top, right, bottom } = chart.chartArea;
    // Whole pixels, like the field.
    this.#area = {
      ...{ left: Math.round(left), top: Math.round(top) },
      ...{ right: Math.round(right), bottom: Math.round(bottom) },
      ...{
        width: Math.round(right) - Math.round(left),
        height: Math.round(bottom) - Math.round(top),
      },
    };
    this.#overlay = createCanvas(look.width, chartHeight);
    this.#overlay.getContext('2d').drawImage(drawn, 0, 0);
    // Only now: destroying a chart clears what it has drawn.
    chart.destroy();
    this.#sheet = createCanvas(look.width, look.height).getContext('2d');
  }

  /** Opaque RGBA, row by row from the top. */
  frame(frame: PlaneFrame): Uint8ClampedArray {
    const sheet = this.#sheet;
    const { left, top, width, height } = this.#area;
    const { line } = this.#look;
    sheet.fillStyle = paper;
    sheet.fillRect(0, 0, this.width, this.height);
    this.#drawTitle(frame.title);
    const field = fieldOf(frame, this.#picture.colours, { width, height, line }, ink);
    const image = new ImageData(field.pixels, width, height);
    sheet.putImageData(image, left, this.#titleHeight + top);
    sheet.drawImage(this.#overlay, 0, this.#titleHeight);
    return sheet.getImageData(0, 0, this.width, this.height).data;
  }

  /** All colours used in frames, at most as many as a byte can index. */
  get colours(): readonly string[] {
    const { colours } = this.#picture;
    const inks =
      colours.kind === 'classes' ? classStyles(colours.names).map(({ colour }) => colour) : [];
    const soft = [ink, ...inks].flatMap((one) => SHADES.map((share) => blend(paper, one, share)));
    return [...new Set([paper, ink, ...fieldColours(colours), ...inks, ...soft])];
  }

  #drawTitle(title: string): void {
    const sheet = this.#sheet;
    const { font } = this.#look;
    sheet.fillStyle = ink;
    sheet.textAlign = 'center';
    sheet.font = `bold ${font * 1.1}px ${FONT}`;
    sheet.fillText(title, this.width / 2, font * 1.6, this.width - font);
    if (this.#picture.colours.kind === 'amount') this.#drawColours(this.#picture.colours.ends);
  }

  /** The colour scale for amounts. */
  #drawColours([least, most]: readonly [string, string]): void {
    const sheet = this.#sheet;
    const { font } = this.#look;
    const box = font * 1.6;
    const start = (this.width - box * amountColours.length) / 2;
    const top = font * 2.6;
    amountColours.forEach((colour, index) => {
      sheet.fillStyle = colour;
      sheet.fillRect(Math.round(start + index * box), top, Math.ceil(box), font);
    });
    sheet.fillStyle = ink;
    sheet.font = `${font}px ${FONT}`;
    const room = start - font;
    sheet.textAlign = 'right';
    sheet.fillText(least, start - font / 2, top + font * 0.85, room);
    sheet.textAlign = 'left';
    sheet.fillText(most, start + box * amountColours.length + font / 2, top + font * 0.85, room);
  }
}

function chartOptions(picture: PlanePicture, look: Look) {
  const font = { family: FONT, size: look.font };
  const scale = ({ label, least, most }: PlanePicture['axes'][0]) => ({
    ...{ min: least, max: most, border: { color: ink }, grid: { display: false } },
    title: { display: true, text: label, font, color: ink },
    ticks: { font, color: ink, maxRotation: 0, maxTicksLimit: 6, includeBounds: false },
  });
  return {
    type: 'scatter' as const,
    data: { datasets: pointDatasets(picture, look) },
    options: {
      ...{ animation: false as const, responsive: false, devicePixelRatio: 1, events: [] },
      // A decimal point as in Keras, whatever the server's locale.
      locale: 'en',
      layout: { padding: { left: 10, right: look.font, bottom: 5 } },
      scales: { x: scale(picture.axes[0]), y: scale(picture.axes[1]) },
      plugins: {
        legend: {
          labels: {
            ...{ font, color: ink, usePointStyle: true, padding: look.font * 0.6 },
            generateLabels: () => legendItems(picture, look),
          },
        },
      },
    },
  };
}
