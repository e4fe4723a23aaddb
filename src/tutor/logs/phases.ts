/** Splits a fit into two phases: before and after the point where it changed. */
import type { MessageKey, MessageParams, Translator } from '../../content/translator.js';
import { lowest, type Curve, type Curves } from './curves.js';
import type { Told } from './part.js';
import { printed } from './printed.js';
import type { Verdict } from './verdict.js';

const RANK = 4;

export function phasesOf(
  { loss, valLoss }: Curves,
  verdict: Verdict,
  t: Translator,
): readonly Told[] {
  const phase = (key: MessageKey, curve: Curve | undefined, params: MessageParams = {}): Told[] =>
    curve ? [[RANK, key, { ...stretch(curve, t), ...params }]] : [];
  switch (verdict.kind) {
    case 'overfitting': {
      const { epoch } = verdict.lowest;
      const both = (key: MessageKey, is: (epoch: number) => boolean): readonly Told[] =>
        phase(key, part(loss, is), valParams(valLoss && part(valLoss, is)));
      return [
        ...both('log.phase.learnedBoth', (one) => one <= epoch),
        ...both('log.phase.overfitted', (one) => one >= epoch),
      ];
    }
    case 'plateau':
      return [
        ...phase(
          'log.phase.learned',
          part(loss, (one) => one <= verdict.epoch),
        ),
        ...phase(
          'log.phase.flat',
          part(loss, (one) => one >= verdict.epoch),
        ),
      ];
    case 'diverged': {
      const { epoch } = verdict.lowest;
      const before = epoch > loss[0].epoch ? part(loss, (one) => one <= epoch) : undefined;
      return [
        ...phase('log.phase.learned', before),
        ...phase(
          'log.phase.grew',
          part(loss, (one) => one >= epoch),
        ),
      ];
    }
    case 'learning':
    case 'settled':
    case 'gap': {
      const early = earlyFall(loss);
      if (!early) return [];
      return [
        ...phase(
          'log.phase.fast',
          part(loss, (one) => one <= early.epoch),
          { percent: early.percent },
        ),
        ...phase(
          'log.phase.slow',
          part(loss, (one) => one >= early.epoch),
        ),
      ];
    }
    case 'notFinite':
    case 'overflowed':
    case 'impossible':
    case 'guessing':
    case 'sorted':
    case 'still':
    case 'oneEpoch':
      return [];
  }
}

function part(curve: Curve, holds: (epoch: number) => boolean): Curve | undefined {
  const [first, ...rest] = curve.filter(({ epoch }) => holds(epoch));
  return first && [first, ...rest];
}

function stretch(curve: Curve, t: Translator): MessageParams {
  const [first] = curve;
  const end = curve.at(-1) ?? first;
  const span =
    first === end
      ? t.plain('log.phase.epoch', { from: first.epoch })
      : t.plain('log.phase.span', { from: first.epoch, to: end.epoch });
  return { span, first: printed(first), last: printed(end) };
}

function valParams(curve: Curve | undefined): MessageParams {
  if (!curve) return {};
  return { valFirst: printed(curve[0]), valLast: printed(curve.at(-1) ?? curve[0]) };
}

/** Four fifths of the fall in the first half of the epochs is what beginners should notice. */
const MOST_OF_THE_FALL = 0.8;
const EARLY_SHARE = 0.5;
/** With fewer epochs there is no early and late phase. */
const LEAST_EPOCHS = 5;
/** A total fall of less than a twentieth is too small to split. */
const REAL_FALL = 0.05;

function earlyFall(loss: Curve): { readonly epoch: number; readonly percent: number } | undefined {
  const [first] = loss;
  const fall = first.value - lowest(loss).value;
  if (loss.length < LEAST_EPOCHS || !(fall > REAL_FALL * Math.abs(first.value))) return undefined;
  const index = loss.findIndex(({ value }) => first.value - value >= MOST_OF_THE_FALL * fall);
  const point = loss[index];
  if (!point || index + 1 > loss.length * EARLY_SHARE) return undefined;
  return { epoch: point.epoch, percent: Math.round(((first.value - point.value) / fall) * 100) };
}
