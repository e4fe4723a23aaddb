/** Which of two runs is ahead: at equal epochs, and at about equal weight updates. */
import type { ComparedRun } from './compared-run.js';
import { counterpartOf } from './equal-updates.js';
import { EQUAL_SHARE, lossesAt, sharedEpochs } from './findings.js';

/** `unclear`: the measurements do not show it. */
export type Ahead = ComparedRun | 'equal' | 'unclear';

type Two = readonly [ComparedRun, ComparedRun];

/** Both losses must be finite. */
export function aheadAtEpochs([first, second]: Two): Ahead {
  const [one = NaN, other = NaN] = lossesAt([first, second], sharedEpochs([first, second]));
  return lower(first, one, second, other);
}

/** With equal updates per epoch this is the same as at equal epochs. */
export function aheadAtUpdates(runs: Two): Ahead {
  const [first, second] = runs;
  if (first.steps === second.steps) return aheadAtEpochs(runs);
  const [more, fewer] = first.steps > second.steps ? [first, second] : [second, first];
  const counterpart = counterpartOf(more, fewer.updates);
  if (!counterpart) return 'unclear';
  const { epoch, next } = counterpart;
  // An epoch's loss is a mean: at its end the loss was between it and the next one's.
  const bounds = [epoch.logs.loss, next?.logs.loss ?? epoch.logs.loss];
  const found = bounds.map((loss) => lower(more, loss, fewer, fewer.loss));
  return found[0] !== undefined && found[0] === found[1] ? found[0] : 'unclear';
}

function lower(one: ComparedRun, loss: number, other: ComparedRun, otherLoss: number): Ahead {
  if (Math.abs(loss - otherLoss) <= EQUAL_SHARE * Math.min(loss, otherLoss)) return 'equal';
  return loss < otherLoss ? one : other;
}
