/** Alt text for the charts of a network's mistakes. */
import { shown } from '../../content/shown.js';
import { plain } from '../../content/text.js';
import type { Translator } from '../../content/translator.js';
import type { DataSummary } from '../../runs/dataset.js';
import type { Mistakes } from '../../runs/mistakes.js';
import type { Confusion } from '../../runs/protocol.js';
import { inUnitOf } from '../own-values.js';
import { mistakesChart } from './chart.js';
import { findings } from './findings.js';
import { folded, sum } from './folded.js';

export function mistakesAlt(data: DataSummary, mistakes: Mistakes, t: Translator): string {
  if (mistakes.kind === 'classes') {
    const { pictures = [] } = mistakesChart('', data, mistakes, t);
    const words = pictures.map((one) => one.words.join(', ')).join('; ');
    const below = pictures.length > 0 ? [t.plain('mistakes.altPictures', { pictures: words })] : [];
    return [matrixAlt(mistakes.confusion, data, t), ...below].join(' ');
  }
  const { rows, meanOff, tooHigh, tooLow } = mistakes;
  const off = inUnitOf(meanOff, data.target, data, t);
  return t.plain('mistakes.altAmount', { rows, off, high: tooHigh, low: tooLow });
}

/** How many of each class were found, then what stands out. */
export function matrixAlt(confusion: Confusion, data: DataSummary, t: Translator): string {
  const classes = folded(confusion).shown.map((index) =>
    t.plain('mistakes.altClass', {
      class: shown(data.classes[index] ?? ''),
      found: confusion[index]?.[index] ?? 0,
      rows: sum(confusion[index] ?? []),
    }),
  );
  const found = t.plain('mistakes.alt', { classes: classes.join(', ') });
  return [found, ...findings(confusion, data, t).map(plain)].join(' ');
}
