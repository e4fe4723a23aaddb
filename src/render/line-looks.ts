/** The styles of a chart's lines, wherever it is drawn. */
import type { LineLook } from '../chat/message.js';
import type { ChartSeries } from './chart.js';

/**
 * Okabe and Ito's colour-blind-safe palette; on dark backgrounds its lighter colours. Beyond three
 * curves no palette is enough for everybody: no two share both their dashes and their marker.
 */
export const lineLooks: Readonly<Record<ChartSeries['role'], LineLook>> = {
  training: { colour: '#0072B2', onDark: '#56B4E9', dashes: [], mark: 'circle' },
  validation: { colour: '#D55E00', onDark: '#E69F00', dashes: [16, 10], mark: 'triangle' },
  baseline: { colour: '#555555', onDark: '#B4B4B4', dashes: [4, 10], mark: false },
  first: { colour: '#0072B2', onDark: '#56B4E9', dashes: [], mark: 'circle' },
  second: { colour: '#D55E00', onDark: '#E69F00', dashes: [16, 10], mark: 'triangle' },
  third: { colour: '#009E73', onDark: '#45C9A2', dashes: [4, 8], mark: 'rect' },
  fourth: { colour: '#AA4499', onDark: '#E8A3DA', dashes: [22, 8, 4, 8], mark: 'rectRot' },
  fifth: { colour: '#8A6A00', onDark: '#F0E442', dashes: [16, 10], mark: 'circle' },
  sixth: { colour: '#3AA0DD', onDark: '#9CDCF5', dashes: [], mark: 'triangle' },
  seventh: { colour: '#882255', onDark: '#FF8FA3', dashes: [22, 8, 4, 8], mark: 'rect' },
  eighth: { colour: '#1F2328', onDark: '#FFFFFF', dashes: [4, 8], mark: 'circle' },
  ninth: { colour: '#7F7F7F', onDark: '#B4B4B4', dashes: [], mark: 'rectRot' },
};
