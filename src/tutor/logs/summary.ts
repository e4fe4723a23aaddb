/** The two sentences that sum up a log: how its numbers changed, and what that is called. */
import { shown } from '../../content/shown.js';
import type { Text } from '../../content/text.js';
import type { Translator } from '../../content/translator.js';
import { last, lowest, type Curves } from './curves.js';
import { printed } from './printed.js';
import type { LoggedFit } from './training-log.js';
import type { Verdict } from './verdict.js';

export function summaryOf({ loss, metric }: Curves, t: Translator): Text {
  const [first, end] = [loss[0], last(loss)];
  const ofMetric = metric && {
    metric: shown(metric.name),
    metricFirst: printed(metric.training[0]),
    metricLast: printed(last(metric.training)),
  };
  if (!loss.some(({ value }) => Number.isFinite(value))) {
    return t.text('log.sum.lost', { count: loss.length });
  }
  if (loss.length === 1) {
    const one = { last: printed(end) };
    if (!ofMetric) return t.text('log.sum.one', one);
    const { metricFirst: _, ...params } = ofMetric;
    return t.text('log.sum.oneMetric', { ...one, ...params });
  }
  const params = { from: first.epoch, to: end.epoch, first: printed(first), last: printed(end) };
  if (!ofMetric) return t.text('log.sum.epochs', params);
  return t.text('log.sum.epochsMetric', { ...params, ...ofMetric });
}

export function verdictText(curves: Curves, verdict: Verdict, t: Translator): Text {
  const { loss, valLoss, metric } = curves;
  switch (verdict.kind) {
    case 'notFinite': {
      const { epoch, text } = verdict.since;
      if (verdict.since === loss[0]) return t.text('log.verdict.notFiniteFirst', { loss: text });
      return t.text('log.verdict.notFinite', { epoch, loss: text });
    }
    case 'overflowed': {
      const { epoch, text } = verdict.since;
      return t.text('log.verdict.overflowed', { epoch, loss: text });
    }
    case 'diverged': {
      const { epoch } = verdict.lowest;
      return t.text('log.verdict.diverged', { epoch, lowest: printed(verdict.lowest) });
    }
    case 'guessing': {
      const { classes } = verdict;
      return t.text('log.verdict.guessing', {
        classes,
        chanceLoss: Math.log(classes).toFixed(4),
        chanceAccuracy: (1 / classes).toFixed(2),
      });
    }
    case 'still':
      return t.text('log.verdict.still', { percent: movedPercent(curves) });
    case 'overfitting': {
      const { epoch } = verdict.lowest;
      const end = valLoss ? printed(last(valLoss)) : '';
      return t.text('log.verdict.overfitting', {
        epoch,
        lowest: printed(verdict.lowest),
        last: end,
      });
    }
    case 'gap':
      return t.text('log.verdict.gap', {
        metric: shown(metric?.name ?? ''),
        training: printed(verdict.training),
        validation: printed(verdict.validation),
      });
    case 'sorted':
      return t.text('log.verdict.sorted', {
        metric: shown(metric?.name ?? ''),
        training: printed(verdict.training),
        validation: printed(verdict.validation),
      });
    case 'plateau': {
      const { epoch } = verdict;
      return t.text('log.verdict.plateau', { epoch, last: printed(last(loss)) });
    }
    case 'settled':
      return t.text('log.verdict.settled', { epochs: verdict.epochs });
    case 'learning': {
      const best = valLoss && lowest(valLoss);
      if (!best || best.epoch === last(valLoss).epoch) return t.text('log.verdict.learning');
      const { epoch } = best;
      return t.text('log.verdict.learningAlone', { epoch, lowest: printed(best) });
    }
    case 'oneEpoch':
    case 'impossible':
      return t.text(`log.verdict.${verdict.kind}`);
  }
}

/** An upper bound for the loss's range, in tenths of a per cent. */
function movedPercent({ loss }: Curves): string {
  const values = loss.map(({ value }) => value);
  const range = Math.max(...values) - Math.min(...values);
  const tenths = range === 0 ? 0 : (range / Math.abs(loss[0].value)) * 1000;
  return ((Math.floor(tenths) + 1) / 10).toFixed(1);
}

/** For a log whose first epoch is unfinished. */
export function unfinishedSummary({ unfinished }: LoggedFit, t: Translator): Text {
  const reading = [...(unfinished?.readings ?? [])].find(([name]) => name.endsWith('loss'))?.[1];
  const params = { epoch: unfinished?.epoch ?? 1, loss: reading ? printed(reading) : '' };
  return [
    ...t.text('log.sum.unfinished', params),
    { text: ' ' },
    ...t.text('log.verdict.unfinished'),
  ];
}
