/** True answers against predictions: a dot for each row, and the line where both are equal. */
import type { ChartData, ChartOptions, Point } from 'chart.js';
import type { ChartScatter } from '../../src/render/chart.js';
import { grid, ink } from './series.js';

const dots = '#0072B2';
const outside = '#D55E00';
export const scatterColours: readonly string[] = [dots, outside];

export function scatterData({
  pairs,
  range,
  dots: named,
  line,
  beyond,
}: ChartScatter): ChartData<'scatter', Point[]> {
  const { from, to } = range;
  const isInside = (value: number): boolean => value >= from && value <= to;
  const into = (value: number): number => Math.min(to, Math.max(from, value));
  const inside = pairs.filter(({ answer, said }) => isInside(answer) && isInside(said));
  const others = pairs.filter(({ answer, said }) => !isInside(answer) || !isInside(said));
  return {
    datasets: [
      {
        label: line,
        data: [
          { x: from, y: from },
          { x: to, y: to },
        ],
        ...{ showLine: true, pointRadius: 0, pointStyle: 'line', order: 1 },
        ...{ borderColor: ink, borderDash: [16, 10], borderWidth: 4 },
      },
      {
        label: named,
        data: inside.map(({ answer, said }) => ({ x: answer, y: said })),
        // Hollow dots, so that overlapping ones stay visible.
        ...{ pointStyle: 'circle', pointRadius: 6, pointBorderWidth: 2.5, order: 2 },
        ...{ borderColor: dots, backgroundColor: 'transparent' },
      },
      ...(beyond === undefined
        ? []
        : [
            {
              label: beyond,
              data: others.map(({ answer, said }) => ({ x: into(answer), y: into(said) })),
              ...{ pointStyle: 'triangle' as const, pointRadius: 11, order: 0 },
              ...{ borderColor: outside, backgroundColor: outside, clip: false as const },
            },
          ]),
    ],
  };
}

export function scatterOptions(
  { range, answer, said }: ChartScatter,
  font: { readonly family: string; readonly size: number },
): ChartOptions<'scatter'> {
  const axis = (text: string) => ({
    ...{ min: range.from, max: range.to, grid: { color: grid }, border: { color: ink } },
    title: { display: true, text, font, color: ink },
    // The ends are not round numbers.
    ticks: { font, color: ink, maxRotation: 0, maxTicksLimit: 7, includeBounds: false },
  });
  return {
    ...{ animation: false, responsive: false, devicePixelRatio: 1, events: [], locale: 'en' },
    ...{ font, color: ink, layout: { padding: { left: 10, right: 40, top: 5, bottom: 5 } } },
    plugins: {
      subtitle: { display: false },
      legend: {
        align: 'end',
        // The box width is a line's length, and also a dot's height.
        labels: {
          sort: (a, b) => (a.datasetIndex ?? 0) - (b.datasetIndex ?? 0),
          font,
          color: ink,
          usePointStyle: true,
          boxWidth: 40,
          boxHeight: 14,
          padding: 16,
        },
      },
    },
    scales: { x: axis(answer), y: axis(said) },
  };
}
