/** The runs of a sweep by what varies in it: for each value its runs, one for each seed. */
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
} satisfies Record<string, (settings: FitSettings) => string>;

/** Under the names that people type. */
export type SweptOption = keyof typeof readers;

export interface SweptValue {
  /** As it is typed; of two options both, `32 · adam`. */
  readonly label: string;
  /** Trained to their end, every loss a number. */
  readonly runs: readonly ComparedRun[];
  /** Their loss became nan or infinite. */
  readonly diverged: readonly ComparedRun[];
  /** Stopped or failed before their end. */
  readonly leftOut: readonly RunState[];
}

export function valueLabel(settings: FitSettings, options: readonly SweptOption[]): string {
  return options.map((option) => readers[option](settings)).join(' · ');
}

/** In the order in which the values were asked for. */
export function sweptValues(
  states: readonly RunState[],
  options: readonly SweptOption[],
): readonly SweptValue[] {
  const labels = new Set(states.map(({ record }) => valueLabel(record.settings, options)));
  return [...labels].map((label) => {
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

/** Options whose values have an order that a trend can follow. */
const ordered: readonly SweptOption[] = ['batch', 'lr', 'dropout'];

/** The values from the smallest to the largest; undefined where they have no such order. */
export function inOrder(
  values: readonly SweptValue[],
  options: readonly SweptOption[],
): readonly SweptValue[] | undefined {
  const [option, another] = options;
  if (!option || another || !ordered.includes(option)) return undefined;
  return [...values].sort((a, b) => Number(a.label) - Number(b.label));
}
