/** The rows as markers: colour and shape show the class, or the colour shows the amount; test rows have a dark edge. */
import type { ChartDataset } from 'chart.js';
import type { PlanePicture } from '../../src/render/plane/picture.js';
import type { PlanePoint } from '../../src/runs/plane.js';
import { ink, paper } from '../chart/series.js';
import { amountBand, amountColours, type ClassStyle, classStyles, type Shape } from './colours.js';

export interface Look {
  /** The whole picture's size in pixels. */
  readonly width: number;
  readonly height: number;
  readonly font: number;
  /** Radius of a training row's marker; test rows' are larger. */
  readonly radius: number;
  /** The boundary's width. */
  readonly line: number;
}

type Part = PlanePoint['part'];

export interface Mark {
  readonly shape: Shape;
  readonly turned: number;
  readonly edge: string;
  readonly edgeWidth: number;
  readonly radius: number;
}

/** @param style the class's style; for amounts the shape shows training or test */
export function markOf(part: Part, style: ClassStyle | undefined, { radius }: Look): Mark {
  const isTest = part === 'test';
  const { shape, turned } = style ?? {
    shape: isTest ? 'rectRot' : 'circle',
    turned: 0,
  };
  return {
    ...{ shape, turned, edge: isTest ? ink : paper },
    edgeWidth: radius / (isTest ? 2.5 : 5),
    // With the same radius, a square has less area than a circle.
    radius: radius * (isTest ? 1.4 : 1) * (shape === 'circle' ? 1 : 1.2),
  };
}

export function pointDatasets(
  { points, colours }: PlanePicture,
  look: Look,
): ChartDataset<'scatter'>[] {
  const parts = ['test', 'training'] as const;
  if (colours.kind === 'amount') {
    const colourOf = ({ goal }: PlanePoint): string =>
      amountColours[amountBand(goal, colours.least, colours.most)] ?? ink;
    return parts.map((part) => {
      const own = points.filter((point) => point.part === part);
      return datasetOf(own, own.map(colourOf), markOf(part, undefined, look));
    });
  }
  // Drawn from last to first, so that test rows are on top.
  return parts.flatMap((part) =>
    classStyles(colours.names).map((style, index) => {
      const own = points.filter((point) => point.part === part && point.goal === index);
      return datasetOf(own, style.colour, markOf(part, style, look));
    }),
  );
}

function datasetOf(
  points: readonly PlanePoint[],
  fill: string | string[],
  { shape, turned, edge, edgeWidth, radius }: Mark,
): ChartDataset<'scatter'> {
  return {
    data: points.map(({ x, y }) => ({ x, y })),
    ...{ pointStyle: shape, pointRotation: turned, pointRadius: radius },
    ...{ pointBackgroundColor: fill, pointBorderColor: edge, pointBorderWidth: edgeWidth },
  };
}
