/** A sweep's runs grouped by value: one run per seed. */
import type { SweptOption } from '../../runs/board.js';
import type { FitSettings } from '../../runs/protocol.js';
import { isOver, type RunState } from '../../runs/run.js';
import { comparedRun, type ComparedRun } from '../comparison/compared-run.js';

const readers = {
  batch: ({ batchSize }: FitSettings) => String(batchSize),
  lr: ({ learningRate }: FitSettings) => String(learningRate),
  layers: ({ layers }: FitSettings) => layers.join(',') || 'none',
  optimizer: ({ optimizer }: FitSettings) => optimizer,
  activation: ({ activation }: FitSettings) => activation,
  dropout: ({ dropout }: FitSettings) => String(dropout ?? 0),
  l2: ({ l2 }: FitSettings) => String(l2 ?? 0),
  momentum: ({ momentum }: FitSettings) => String(momentum ?? 0),
} satisfies Record<SweptOption, (settings: FitSettings) => string>;

export interface SweptValue {
  /** As typed; with two options both, `32 · adam`. */
  readonly label: string;
  /** Trained to the end, every loss finite. */
  readonly runs: readonly ComparedRun[];
  /** Their loss became nan or infinite. */
  readonly diverged: readonly ComparedRun[];
  /** Stopped or failed before their end. */
  readonly leftOut: readonly RunState[];
}

export function valueLabel(settings: FitSettings, options: readonly SweptOption[]): string {
  return options.map((option) => readers[option](settings)).join(' · ');
}

/** Each value once, in the order in which they were asked for. */
export function valueLabels(
  settings: readonly FitSettings[],
  options: readonly SweptOption[],
): readonly string[] {
  return [...new Set(settings.map((one) => valueLabel(one, options)))];
}

/** In the order in which the values were asked for. */
export function sweptValues(
  states: readonly RunState[],
  options: readonly SweptOption[],
): readonly SweptValue[] {
  const settings = states.map(({ record }) => record.settings);
  return valueLabels(settings, options).map((label) => {
    const own = states.filter(({ record }) => valueLabel(record.settings, options) === label);
    const whole = own.filter(({ phase }) => phase === 'completed').flatMap(asCompared);
    return {
      label,
      runs: whole.filter(isFinite),
      diverged: whole.filter((run) => !isFinite(run)),
      leftOut: own.filter((state) => isOver(state) && state.phase !== 'completed'),
    };
  });
}

function asCompared(state: RunState): readonly ComparedRun[] {
  const run = comparedRun(state);
  return run ? [run] : [];
}

function isFinite({ finished }: ComparedRun): boolean {
  return finished.every(({ logs }) => Number.isFinite(logs.loss));
}

/** Its name in a sentence: `batch 32`; with two options just their values. */
export function named({ label }: SweptValue, options: readonly SweptOption[]): string {
  return options.length === 1 ? `${options.join()} ${label}` : label;
}

/**
 * Whether it can be compared: it diverged with no seed, and of several seeds more
 * than one was trained to the end.
 */
export function isComparable(value: SweptValue, values: readonly SweptValue[]): boolean {
  const most = Math.max(...values.map(({ runs }) => runs.length));
  return value.diverged.length === 0 && value.runs.length >= Math.min(2, Math.max(1, most));
}

/** Options whose values have an order that a trend can follow. */
const ordered: readonly SweptOption[] = ['batch', 'lr', 'dropout', 'l2', 'momentum'];

/** The values in ascending order; undefined where they have no order. */
export function inOrder(
  values: readonly SweptValue[],
  options: readonly SweptOption[],
): readonly SweptValue[] | undefined {
  const [option, another] = options;
  if (!option || another || !ordered.includes(option)) return undefined;
  return [...values].sort((a, b) => Number(a.label) - Number(b.label));
}
