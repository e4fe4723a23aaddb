/** The numbers that an answer is worked with: the question's own, else a run's, else the lesson's. */
import type { Translator } from '../../content/translator.js';
import { trainingRows } from './arithmetic.js';
import type { Quantities } from './quantities.js';

/** Keras' default batch_size, for rows that come without one. */
export const KERAS_BATCH_SIZE = 32;

/** Where numbers come from that the question does not give. */
export interface AskerFacts {
  readonly run?: { readonly id: string; readonly seed: number };
  readonly values: {
    /** Training rows. */
    readonly rows: number;
    readonly batch: number;
    readonly epochs: number;
    /** As a message says it: `0.7960`. */
    readonly baseline: string;
  };
}

/** `keras`: the default that Keras takes when nothing is given. */
export type Source = 'question' | 'run' | 'lesson' | 'keras';

export interface OwnNumbers {
  /** Rows that train. */
  readonly rows: number;
  /** Rows before a validation_split takes its share. */
  readonly wholeRows: number;
  readonly batch: number;
  readonly epochs: number;
  readonly from: { readonly rows: Source; readonly batch: Source; readonly epochs: Source };
}

export function ownNumbers(given: Quantities, { run, values }: AskerFacts): OwnNumbers {
  const other: Source = run ? 'run' : 'lesson';
  const wholeRows = given.rows ?? values.rows;
  const split = given.rows === undefined ? undefined : given.validationSplit;
  return {
    rows: split === undefined ? wholeRows : Math.max(1, trainingRows(wholeRows, split)),
    wholeRows,
    batch: given.batch ?? (given.rows === undefined ? values.batch : KERAS_BATCH_SIZE),
    epochs: given.epochs ?? values.epochs,
    from: {
      rows: given.rows === undefined ? other : 'question',
      batch: batchSource(given, other),
      epochs: given.epochs === undefined ? other : 'question',
    },
  };
}

function batchSource({ batch, rows }: Quantities, other: Source): Source {
  if (batch !== undefined) return 'question';
  return rows === undefined ? other : 'keras';
}

/** Whose example a sum is about, to be said in a sentence. */
export function whose(source: Source, { run }: AskerFacts, t: Translator): string {
  if (source === 'question') return t.plain('ask.whose.question');
  return run ? t.plain('ask.whose.run', { run: run.id }) : t.plain('ask.whose.lesson');
}
