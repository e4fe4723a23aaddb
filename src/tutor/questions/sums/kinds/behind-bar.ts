/** What is behind a number on the screen where the question gives no other: the run's, or a range of rows. */
import type { Draft, Facts } from '../kind.js';
import { rowsFor } from '../arithmetic.js';
import { KERAS_BATCH_SIZE } from '../given.js';
import type { Reading } from '../reading.js';
import { quotient } from '../sentences.js';
import { asksReason, wants } from '../want.js';

/** A bar that ends as that of the run in front does is that run's. */
export function ofRun({ amounts, bars, own }: Reading, { run, values }: Facts): Draft | undefined {
  const shown = bars.length === 1 ? bars[0]?.total : amounts.steps;
  if (!run || shown !== values.steps || own > 1 || isHalfWay(bars)) return undefined;
  const { rows, batch, steps } = values;
  return {
    intent: 'seen',
    score: 0.9,
    amounts: { rows, batch },
    lines: (t) => [
      t.text('sum.why', { steps, rows, batch, ...quotient(rows, batch, t), default: 'no' }),
      t.text('sum.ofRun', { run: run.id, which: 'rb', rows, batch, epochs: values.epochs }),
    ],
  };
}

const isHalfWay = (bars: Reading['bars']): boolean => bars.some(({ done, total }) => done < total);

const stopped = /\bstop|patience|early|\bended?\b|멈|조기|종료|중단/;

const MNIST_ROWS = 60_000;

/** “What does 1875/1875 mean?”: only a range of rows can be behind it. */
export function behindBar(reading: Reading): Draft | undefined {
  const { amounts, bars, others, marked } = reading;
  if (amounts.rows !== undefined && bars.length === 0) return undefined;
  // “800 steps of 2 ms, why 2 s?” asks about the time.
  if (bars.length === 0 && marked.numbers.some(({ form }) => form === 'time')) return undefined;
  // “epochs=20: why 20?”, “Dense(64), why 64?” ask about that number, not about a bar.
  const isOfAnother = Object.entries(amounts).some(
    ([role, value]) => role !== 'steps' && value === amounts.steps,
  );
  if (amounts.steps !== undefined && isOfAnother) return undefined;
  // “Why did it stop at 15?” asks about an epoch.
  if (bars.length === 0 && stopped.test(reading.text)) return undefined;
  const ofBar = bars.length === 1 ? bars[0]?.total : undefined;
  const shown =
    ofBar ??
    (asksReason(reading) && others.length === 0 && bars.length === 0 ? amounts.steps : undefined);
  // Half-way through it is asked what is done, not what there is.
  if (isHalfWay(bars) && wants(reading, 'seen') > 0) return undefined;
  if (
    shown === undefined ||
    shown < 2 ||
    amounts.rows !== undefined ||
    amounts.accuracy !== undefined
  )
    return undefined;
  const batch = amounts.batch ?? KERAS_BATCH_SIZE;
  const forRows = wants(reading, 'rows', 'trainRows');
  const isAsked = asksReason(reading) || forRows > 0;
  const isMnist = Math.ceil(MNIST_ROWS / batch) === shown;
  return {
    intent: 'seen',
    score:
      (isAsked ? 0.75 : 0.45) + (amounts.batch === undefined ? 0 : 0.1) + (forRows > 0 ? 0.1 : 0),
    amounts: { batch, steps: shown },
    lines: (t) => [
      t.text('sum.why.range', {
        steps: shown,
        batch,
        default: amounts.batch === undefined ? 'yes' : 'no',
        ...rowsFor(shown, batch),
      }),
      ...(isMnist ? [t.text('sum.why.mnist', { rows: MNIST_ROWS, batch, steps: shown })] : []),
    ],
  };
}
