/** How the lines of a chart look, wherever one is drawn. */
import type { LineLook } from '../chat/message.js';
import type { ChartSeries } from './chart.js';

/** Okabe and Ito's palette, told apart by the colour-blind; on a dark ground its lighter colours. */
export const lineLooks: Readonly<Record<ChartSeries['role'], LineLook>> = {
  training: { colour: '#0072B2', onDark: '#56B4E9', dashes: [], mark: 'circle' },
  validation: { colour: '#D55E00', onDark: '#E69F00', dashes: [16, 10], mark: 'triangle' },
  baseline: { colour: '#555555', onDark: '#B4B4B4', dashes: [4, 10], mark: false },
  first: { colour: '#0072B2', onDark: '#56B4E9', dashes: [], mark: 'circle' },
  second: { colour: '#D55E00', onDark: '#E69F00', dashes: [16, 10], mark: 'triangle' },
  third: { colour: '#009E73', onDark: '#45C9A2', dashes: [4, 8], mark: 'rect' },
};
