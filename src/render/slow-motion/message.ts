/** Renders a slow-motion training's message. Pure: the same state gives the same message. */
import { inBrief, type Block, type Button, type ChatMessage } from '../../chat/message.js';
import { shown as safe } from '../../content/shown.js';
import { plain, type Text } from '../../content/text.js';
import type { Translator } from '../../content/translator.js';
import { stepsPerEpoch } from '../../runs/run.js';
import { isOver, type ShownIteration, type SlowMotion } from '../../runs/slow-motion.js';
import { currentLines, finishedLines } from '../epoch-lines.js';
import { metricValue } from '../keras-numbers.js';
import { joined, networkLine } from '../run-head.js';
import type { View } from '../view.js';
import { batchBlocks } from './batch-words.js';
import { meanWords, small, weightWords } from './sums.js';

export interface SlowMotionOptions {
  readonly t: Translator;
  readonly view: View;
  /** Whether the platform would accept this message in full. */
  readonly fits: (message: ChatMessage) => boolean;
  /** The owner, as the platform writes a mention. */
  readonly owner?: string;
}

/** Levels of detail, the most first. */
const details = [
  { rows: 3, hasHead: true },
  { rows: 2, hasHead: true },
  { rows: 2, hasHead: false },
  { rows: 1, hasHead: false },
  { rows: 0, hasHead: false },
] as const;
type Detail = (typeof details)[number];

export function renderSlowMotion(motion: SlowMotion, options: SlowMotionOptions): ChatMessage {
  const spoken = spokenSlowMotion(motion, options.t);
  const buttons = slowMotionButtons(motion, options.t);
  for (const detail of details) {
    const message = { blocks: blocksOf(motion, detail, options), spoken, buttons };
    if (options.fits(message)) return message;
  }
  return { ...inBrief({ spoken }), buttons };
}

function blocksOf(
  motion: SlowMotion,
  detail: Detail,
  options: SlowMotionOptions,
): readonly Block[] {
  const { t, owner } = options;
  const { shown } = motion;
  const name: Text = owner === undefined ? [] : [{ text: owner, style: 'person' }, { text: ' · ' }];
  const head = [
    [...name, ...headText(motion, t)],
    ...(detail.hasHead ? headDetails(motion, t) : []),
  ];
  return [
    ...head.map(paragraph),
    ...(shown
      ? iterationBlocks(motion, shown, detail, options)
      : [paragraph(startText(motion, t))]),
    ...phaseWords(motion, t).map(paragraph),
  ];
}

function headText({ run, data }: SlowMotion, t: Translator): Text {
  return t.text('step.head', {
    ...{ isRun: run === undefined ? 'no' : 'yes', run: run ?? '' },
    ...{ target: safe(data.target), data: safe(data.name) },
  });
}

/** The settings are shown before and after: in between the numbers should be in view. */
function headDetails(motion: SlowMotion, t: Translator): readonly Text[] {
  const { settings, data, backend, shown } = motion;
  const { training, validation } = data.rows;
  const steps = stepsPerEpoch(training, settings.batchSize);
  const counts = { training, validation, batch: settings.batchSize, steps };
  return [
    t.text('step.rows', { ...counts, last: training % settings.batchSize }),
    ...(!shown || isOver(motion) ? [networkLine(settings, backend, data, t)] : []),
  ];
}

function startText({ settings, data }: SlowMotion, t: Translator): Text {
  const rows = Math.min(settings.batchSize, data.rows.training);
  return t.text('step.start', { weights: weightCount(settings.layers, data), rows });
}

/** Kernels and biases of all layers. */
function weightCount(layers: readonly number[], { inputs, outputs }: SlowMotion['data']): number {
  const units = [inputs, ...layers, outputs];
  return units.slice(1).reduce((sum, size, at) => sum + ((units[at] ?? 0) + 1) * size, 0);
}

function iterationBlocks(
  motion: SlowMotion,
  shown: ShownIteration,
  { rows }: Detail,
  { t, view }: SlowMotionOptions,
): readonly Block[] {
  const { settings, data } = motion;
  const { batch, isFirst } = shown;
  const first = isFirst ? 'yes' : 'no';
  const weights = weightCount(settings.layers, data);
  // The bar comes last, so that it stays in view above the buttons, on a phone, too.
  return [
    ...batchBlocks(motion, shown, rows, t),
    paragraph(
      joined([
        t.text('step.loss', { loss: metricValue(batch.loss), first }),
        meanWords(motion, shown, t),
      ]),
    ),
    paragraph(
      joined([
        t.text('step.gradient', { size: small(shown.gradient), weights, first }),
        ...weightWords(motion, shown, t),
      ]),
    ),
    { kind: 'code', text: barLines(motion, shown, view).join('\n') },
    paragraph(countText(motion, shown, t)),
    ...endWords(motion, shown, t).map(paragraph),
  ];
}

function countText({ settings }: SlowMotion, shown: ShownIteration, t: Translator): Text {
  const { epoch, step, steps, updates, made, isFirst, outOfTime } = shown;
  const counts = { epoch, epochs: settings.epochs, step, steps, updates };
  return joined([
    t.text('step.iteration', { ...counts, first: isFirst ? 'yes' : 'no' }),
    ...(made > 1 ? [t.text('step.made', { made })] : []),
    ...(outOfTime ? [t.text('step.outOfTime')] : []),
  ]);
}

/** Keras' bar after this iteration. */
function barLines(motion: SlowMotion, shown: ShownIteration, view: View): readonly string[] {
  const { settings, data } = motion;
  const { epoch, step, sums, elapsedMs, firstStepMs, ended } = shown;
  const state = { record: { settings } };
  const times = { elapsedMs, firstStepMs };
  if (ended) {
    const { logs } = ended;
    return finishedLines(state, data, { epoch, steps: step, logs, ...times }, view, true);
  }
  const means = { loss: sums.loss / sums.rows, metric: sums.metric / sums.rows };
  return currentLines(state, data, { epoch, progress: { epoch, step, ...means, ...times } }, view);
}

function endWords(motion: SlowMotion, shown: ShownIteration, t: Translator): readonly Text[] {
  const { run, isAsInRun, data, settings } = motion;
  const { ended, epoch, steps } = shown;
  if (!ended) return [];
  const list = (rows: readonly number[]): string =>
    rows.map((row) => new Intl.NumberFormat(t.locale).format(row)).join(' · ');
  const orders = { order: list(ended.order), next: list(ended.next) };
  const counts = { epoch, rows: data.rows.training, steps };
  return [
    joined([
      t.text('step.ended', counts),
      ...(isAsInRun && run !== undefined ? [t.text('step.asInRun', { run, epoch })] : []),
    ]),
    t.text('step.order', { ...orders, isLast: epoch === settings.epochs ? 'yes' : 'no' }),
  ];
}

function phaseWords({ phase, shown, settings }: SlowMotion, t: Translator): readonly Text[] {
  const updates = shown?.updates ?? 0;
  switch (phase) {
    case 'playing':
      return [t.text('step.playing')];
    case 'stopped':
      return [t.text('step.stopped', { updates })];
    case 'done':
      return [t.text('step.done', { epochs: settings.epochs, steps: shown?.steps ?? 0, updates })];
    case 'paused':
      return [];
  }
}

function spokenSlowMotion(motion: SlowMotion, t: Translator): string {
  const { data, settings, shown } = motion;
  if (!shown) return plain([...headText(motion, t), { text: ' ' }, ...startText(motion, t)]);
  const { epoch, step, steps, updates, batch, sums } = shown;
  const state = t.plain('step.spoken', {
    ...{ data: safe(data.name), epoch, epochs: settings.epochs, step, steps, updates },
    ...{ loss: metricValue(batch.loss), mean: metricValue(sums.loss / sums.rows) },
  });
  return [state, ...phaseWords(motion, t).map(plain)].join(' ');
}

/** Each is a command line, so it works after a restart. */
function slowMotionButtons(motion: SlowMotion, t: Translator): readonly Button[] {
  const { id, phase, run } = motion;
  if (isOver(motion)) {
    if (run === undefined) return [];
    return [{ label: t.plain('step.button.again'), command: `/step like:${run}` }];
  }
  const press = (key: 'next' | 'ten' | 'end' | 'play' | 'pause' | 'stop'): Button => ({
    label: t.plain(`step.button.${key}`),
    command: `/step motion:${id} press:${key}`,
  });
  return [
    { ...press('next'), style: 'primary' },
    press('ten'),
    press('end'),
    press(phase === 'playing' ? 'pause' : 'play'),
    { ...press('stop'), style: 'danger' },
  ];
}

function paragraph(text: Text): Block {
  return { kind: 'text', text };
}
