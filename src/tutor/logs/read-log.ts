/** Extracts a training log from any text that contains one. */
import { FitBuilder } from './fit-builder.js';
import { marksIn, type MarkedText } from './marks.js';
import { onOneLine } from './clean-text.js';
import { failsIn } from './failure.js';
import { readOther } from './other/read-other.js';
import { readTail, type Tail } from './read-tail.js';
import type { TrainingLog } from './training-log.js';

/** The lesson's twenty epochs have some 2,000 characters; a book's hundred with validation 15,000. */
export const MAX_LOG_CHARACTERS = 100_000;

/**
 * Undefined when there is no log in the text, or when it ended with an error before an epoch
 * was over: then the text is about the error.
 */
export function readLog(text: string): TrainingLog | undefined {
  const line = onOneLine(text);
  const log = readAny(line);
  const isOver = log?.fits.some(({ epochs }) => epochs.length > 0);
  return log && failsIn(line) && isOver !== true ? undefined : log;
}

/** Marks that only Keras prints; a bare `loss: 0.5` after an epoch may come from any program. */
function readAny(line: string): TrainingLog | undefined {
  const keras = readKeras(line);
  const isPlain = keras?.fits.every(({ style }) => style === 'bare');
  if (keras && isPlain !== true) return keras;
  return printsTime.test(line) ? keras : (readOther(line) ?? keras);
}

/** Keras' verbose=2: ` - 4s - loss: 0.5`. */
const printsTime = / - \d{1,9}s - /;

/**
 * Any Keras version's format, with redrawn lines, colours, any or no line breaks, and other
 * text around it. Takes linear time.
 */
function readKeras(line: string): TrainingLog | undefined {
  let fit = new FitBuilder();
  const fits = [fit];
  let batchSize: number | undefined;
  const next = (): FitBuilder => {
    if (fit.started) {
      fit = new FitBuilder();
      fit.batchSize = batchSize;
      fits.push(fit);
    }
    return fit;
  };
  for (const marked of marksIn(line)) {
    const { mark } = marked;
    if (mark.kind === 'samples') next().samples = mark;
    else if (mark.kind === 'header') {
      const fits = fit.continuesWith(mark.epoch, mark.planned);
      (fits ? fit : next()).header(mark.epoch, mark.planned);
      addLine(fit, {}, marked);
    } else if (mark.kind === 'batch') {
      // A call usually comes before its log, but people also paste it after.
      batchSize = mark.size;
      fit.batchSize ??= mark.size;
    } else if (mark.kind === 'counter') addLine(fit, mark, marked);
    else note(fit, marked);
  }
  const built = fits.flatMap((one) => one.build() ?? []);
  return built.length > 0 ? { fits: built } : undefined;
}

/** Whether a text without a command is a log: cheap for text that is not. */
export function looksLikeLog(text: string): boolean {
  return text.length <= MAX_LOG_CHARACTERS && /\d|epoch/i.test(text) && readLog(text) !== undefined;
}

/** Keras always prints a loss; custom loops may have several (`d_loss`, `g_loss`). */
function holdsLoss({ readings }: Tail): boolean {
  return [...readings.keys()].some((name) => /(^|_)loss$/.test(name));
}

function addLine(
  fit: FitBuilder,
  counter: { readonly current?: number; readonly end?: number },
  { tail }: MarkedText,
): void {
  const read = readTail(tail);
  if (!holdsLoss(read)) return;
  const { current, end } = counter;
  if (current !== undefined && end !== undefined && (current > end || end === 0)) return;
  fit.line({
    ...(current !== undefined && { current }),
    ...(end !== undefined && { end }),
    tail: read,
  });
}

const ratePattern =
  /^ (?:ReduceLROnPlateau reducing|LearningRateScheduler setting) learning rate to ([\d.e+-]{1,30})/i;

function note(fit: FitBuilder, { mark, tail }: MarkedText): void {
  if (mark.kind === 'rows') fit.rows ??= mark.rows;
  if (mark.kind === 'restored') fit.restored(mark.epoch);
  if (mark.kind !== 'note') return;
  if (/^ early stopping/i.test(tail)) fit.stopped(mark.epoch);
  const [, rate] = ratePattern.exec(tail) ?? [];
  // Digits after the sixth are float32 noise: 0.0005000000237487257.
  if (rate !== undefined)
    fit.rate(mark.epoch, Number.parseFloat(Number.parseFloat(rate).toPrecision(6)));
}
