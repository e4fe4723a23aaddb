/** The legend: the classes, then training and test markers, then the boundary. */
import type { LegendItem } from 'chart.js';
import type { PlanePicture } from '../../src/render/plane/picture.js';
import { ink } from '../chart/series.js';
import { classStyles } from './colours.js';
import { type Look, markOf } from './points.js';

/** A neutral colour. */
const GREY = '#8c959f';

export function legendItems({ colours, legend }: PlanePicture, look: Look): LegendItem[] {
  const common = { fontColor: ink };
  const classes = colours.kind === 'classes' ? colours.names : [];
  const styles = classStyles(classes);
  const parts = (['training', 'test'] as const).map((part): LegendItem => {
    const { shape, edge, edgeWidth } = markOf(part, styles[0], look);
    return {
      ...{ ...common, text: legend[part], fillStyle: GREY, strokeStyle: edge },
      ...{ lineWidth: edgeWidth, pointStyle: shape },
    };
  });
  return [
    ...styles.map(({ colour, shape, turned }, index): LegendItem => ({
      ...{ ...common, text: classes[index] ?? '', fillStyle: colour, strokeStyle: colour },
      ...{ lineWidth: 0, pointStyle: shape, rotation: turned },
    })),
    ...parts,
    ...(colours.kind === 'classes'
      ? [
          {
            ...{ ...common, text: legend.boundary, fillStyle: ink, strokeStyle: ink },
            ...{ lineWidth: look.line, pointStyle: 'line' as const },
          },
        ]
      : []),
  ];
}
