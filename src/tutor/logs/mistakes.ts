/** Mistakes that a log reveals. Each is named only if the numbers allow little else. */
import { shown } from '../../content/shown.js';
import type { MessageParams } from '../../content/translator.js';
import { isAccuracy, type Curve, type Curves } from './curves.js';
import { endOf } from './counting.js';
import type { LoggedFit } from './training-log.js';

export interface Mistake {
  readonly kind: 'accuracyOfNumbers' | 'notScaled' | 'sameAccuracy' | 'tooGood' | 'oneBatch';
  readonly params?: MessageParams;
}

/** With scaled inputs crossentropy starts near ln(classes), below 5 even for a hundred classes. */
const UNSCALED_LOSS = 10;
/** Exact hits of an amount happen now and then. */
const HARDLY_A_HIT = 0.005;
/** Two equal accuracies in four decimals may be chance. */
const LEAST_SAME = 3;

/** The most important first. */
export function mistakesIn(fit: LoggedFit, { loss, metric }: Curves): readonly Mistake[] {
  const found: Mistake[] = [];
  const accuracy = metric && isAccuracy(metric.name) ? metric.training : undefined;
  // A negative loss is already the verdict, and its labels make the accuracy meaningless.
  if (loss.some(({ value }) => value < 0)) return found;
  if (accuracy?.every(({ value }) => value < HARDLY_A_HIT)) {
    const most = accuracy.reduce((high, point) => (point.value > high.value ? point : high));
    found.push({ kind: 'accuracyOfNumbers', params: { most: most.text } });
  } else if (accuracy && loss[0].value > UNSCALED_LOSS && Number.isFinite(loss[0].value)) {
    found.push({ kind: 'notScaled', params: { first: loss[0].text } });
  }
  if (accuracy && accuracy[0].value > HARDLY_A_HIT && staysTheSame(accuracy)) {
    const allRight = accuracy[0].value === 1;
    found.push(
      allRight
        ? { kind: 'tooGood' }
        : {
            kind: 'sameAccuracy',
            params: { metric: shown(metric?.name ?? ''), value: accuracy[0].text },
          },
    );
  }
  if (fit.counts === 'batches' && endOf(fit) === 1) found.push({ kind: 'oneBatch' });
  return found;
}

function staysTheSame(curve: Curve): boolean {
  return curve.length >= LEAST_SAME && curve.every(({ text }) => text === curve[0].text);
}
