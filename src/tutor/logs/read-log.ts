/** Reads the log of a training out of any text that holds one. */
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
 * Undefined when there is no log in the text, or what there is broke off with an error before an epoch
 * was over: then the error is what it is about.
 */
export function readLog(text: string): TrainingLog | undefined {
  const line = onOneLine(text);
  const log = readAny(line);
  const isOver = log?.fits.some(({ epochs }) => epochs.length > 0);
  return log && failsIn(line) && isOver !== true ? undefined : log;
}

/** What only Keras prints is read as Keras'; a bare `loss: 0.5` behind an epoch anybody may print. */
function readAny(line: string): TrainingLog | undefined {
  const keras = readKeras(line);
  const isPlain = keras?.fits.every(({ style }) => style === 'bare');
  if (keras && isPlain !== true) return keras;
  return printsTime.test(line) ? keras : (readOther(line) ?? keras);
}

/** Keras' verbose=2: ` - 4s - loss: 0.5`. */
const printsTime = / - \d{1,9}s - /;

/**
 * Any Keras' way of printing, with redrawn lines, colours, line ends of any system or none, and other
 * text around it. The time grows with the text's length.
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
      // A call stands above its log, but people also paste it below.
      batchSize = mark.size;
      fit.batchSize ??= mark.size;
    } else if (mark.kind === 'counter') addLine(fit, mark, marked);
    else note(fit, marked);
  }
  const built = fits.flatMap((one) => one.build() ?? []);
  return built.length > 0 ? { fits: built } : undefined;
}

/** Whether a text that came without a command is a log: cheap for what is none. */
export function looksLikeLog(text: string): boolean {
  return text.length <= MAX_LOG_CHARACTERS && /\d|epoch/i.test(text) && readLog(text) !== undefined;
}

/** Keras always prints a loss; custom loops may name more than one (`d_loss`, `g_loss`). */
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
  // Behind six digits stands what a 32-bit float adds: 0.0005000000237487257.
  if (rate !== undefined)
    fit.rate(mark.epoch, Number.parseFloat(Number.parseFloat(rate).toPrecision(6)));
}
