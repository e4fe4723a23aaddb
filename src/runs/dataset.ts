/**
 * What a run learns from, as plain data: which rows, what was decided about them, and what was understood.
 * Everything here survives `structuredClone`. This file imports nothing of ours.
 */

/** What the learner decided about a table's columns, in their own words; absent for the defaults. */
export interface ColumnChoices {
  /** The column to predict; without it the last one. */
  readonly target?: string;
  /** Whether the target's values are classes or amounts; without it, told from how they are distributed. */
  readonly task?: ChosenTask;
  /** The only columns to learn from. */
  readonly use?: readonly string[];
  /** Columns not to learn from. */
  readonly drop?: readonly string[];
}

export type ChosenTask = 'classes' | 'amount';

/** Names a data set so that any worker can load the very same rows again, now or after a restart. */
export type DatasetRef =
  | ({ readonly kind: 'builtin'; readonly name: string } & Omit<ColumnChoices, 'target' | 'task'>)
  | ({
      readonly kind: 'csv';
      /** SHA-256 of the file in hex: its name among the stored uploads. */
      readonly sha256: string;
      /** The file's name as the learner gave it, for display only; never a path. */
      readonly fileName: string;
      /** Which way of reading files it began with (`reading.ts`); absent for the first. */
      readonly reading?: number;
    } & ColumnChoices);

export type TaskType = 'binary' | 'multiclass' | 'regression';
/** The metric besides the loss: `accuracy` for classes, `mae` for numbers. */
export type MetricName = 'accuracy' | 'mae';

/** What was found while preparing a data set: everything a message says about the rows. */
export interface DataSummary {
  readonly name: string;
  readonly target: string;
  readonly task: TaskType;
  readonly metric: MetricName;
  readonly rows: {
    /** Rows in the file or generator, before any was dropped. */
    readonly read: number;
    /** Rows dropped because their target was missing, or its class too rare. */
    readonly dropped: number;
    /** Rows kept although a gap in an input was filled. */
    readonly filled: number;
    /** Rows that weights are fitted on: 80 % of the kept rows, less the validation rows. */
    readonly training: number;
    readonly validation: number;
    readonly test: number;
  };
  /** Columns of the network's input, after one-hot encoding. */
  readonly inputs: number;
  /** Units of the output layer: 1 for binary and regression, the number of classes otherwise. */
  readonly outputs: number;
  /** Class labels in index order; empty for regression. */
  readonly classes: readonly string[];
  /** Columns that are not used as inputs, and why. */
  readonly leftOut: readonly { readonly column: string; readonly reason: LeftOutReason }[];
  /**
   * The metric, on the test rows, of always giving the same answer: the share of the most frequent
   * training class (accuracy), or the error of the training mean (mae).
   */
  readonly baseline: number;
  /**
   * Regression only: the target's standard deviation on the training rows. The target is standardised, so
   * 1 in mae, baseline and the root of the loss is this much in the target's own unit.
   */
  readonly targetDeviation?: number;
  /** What reading the file had to guess or leave out; absent where there is no file. */
  readonly reading?: ReadingNotes;
  /** All columns in the file's order, the target among them; absent for runs of older versions. */
  readonly columns?: readonly ColumnReport[];
  /** Nobody named the target: it is the last column that can be one. */
  readonly targetIsDefault?: true;
  /** Rows of each class that are kept, in index order; absent for runs of older versions. */
  readonly classRows?: readonly number[];
  /** Classes with too few rows to learn and to test, whose rows were left out. */
  readonly rareClasses?: { readonly names: readonly string[]; readonly rows: number };
  /** Inputs that determine the target on their own: most likely the target itself under another name. */
  readonly givesAway?: readonly string[];
}

export type LeftOutReason =
  | 'sequence'
  | 'unique-text'
  | 'constant'
  | 'empty'
  | 'too-many-values'
  /** The learner said so, with `drop:` or by naming others with `use:`. */
  | 'unwanted';

export type TextEncodingName =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'cp949'
  | 'shift_jis'
  | 'euc-jp'
  | 'gb18030'
  | 'big5'
  | 'windows-1251'
  | 'windows-1252';

/** How a file was read where there was a choice. Counts are absent for 0. */
export interface ReadingNotes {
  readonly encoding: TextEncodingName;
  /** No byte order mark and not UTF-8: it is the encoding that looks most like language. */
  readonly encodingGuessed?: true;
  /** Not even the guessed encoding looks like a known language. */
  readonly encodingUnlikely?: true;
  readonly separator: ',' | ';' | '\t' | '|' | ' ';
  /** The decimal separator in every column. */
  readonly decimal: '.' | ',';
  /** A cell such as `1.234`, where nothing in the file tells whether that sign is the decimal separator. */
  readonly decimalGuessed?: string;
  /** Single quotes stand around cells; absent for the usual double ones. */
  readonly quote?: "'";
  /** Lines above the header: titles, comments, `sep=`. */
  readonly linesAbove?: number;
  /** The first line held data; columns are called `column_1`, `column_2` … */
  readonly headerMissing?: true;
  /** Further copies of the header between the rows, which were left out. */
  readonly headersRepeated?: number;
  /** Rows of totals that were left out, by their first cell. */
  readonly totals?: readonly string[];
  /** Lines below the table that were left out, the first few of them as written. */
  readonly footer?: { readonly lines: number; readonly examples: readonly string[] };
}

/** The unit written with every number of a column, spaces included: `{ prefix: '$' }`, `{ suffix: ' kg' }`. */
export interface Unit {
  readonly prefix?: string;
  readonly suffix?: string;
}

/** Cells that hold something but count as missing. */
export interface OddCells {
  readonly count: number;
  /** A few different examples, safe to show. */
  readonly examples: readonly string[];
}

export type DatePart = 'days' | 'year' | 'month' | 'weekday' | 'hour';

/** One column as it was read. Everything in it is safe to show. */
export interface ColumnReport {
  readonly name: string;
  readonly kind: 'number' | 'category' | 'date';
  /** Distinct values, after spelling variants were merged. */
  readonly distinct: number;
  /** Empty cells and odd ones. */
  readonly gaps: number;
  /** The first few different values as written. */
  readonly examples: readonly string[];
  readonly odd?: OddCells;
  readonly unit?: Unit;
  /** Spellings that differ only by case or spaces and count as one value, under its most frequent spelling. */
  readonly merged?: readonly { readonly value: string; readonly variants: readonly string[] }[];
  /** Values too rare for an input of their own, merged into one: how many, in how many rows. */
  readonly rare?: { readonly values: number; readonly rows: number };
  /** Dates only: the order of day, month and year, and whether the cells would allow another. */
  readonly dateOrder?: 'ymd' | 'dmy' | 'mdy';
  readonly dateOrderGuessed?: true;
  /** Dates only: the inputs made of them. */
  readonly parts?: readonly DatePart[];
  /** Why it is no input; absent for inputs and for the target. */
  readonly leftOut?: LeftOutReason;
}

/** What is in a file, shown before anything trains. */
export interface DataPreview {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly ColumnReport[];
  readonly reading?: ReadingNotes;
  /** Other columns that could be predicted, the likeliest first. */
  readonly targets: readonly string[];
  readonly outcome:
    | {
        readonly kind: 'ready';
        readonly summary: DataSummary;
        /** What else the target's values could be. */
        readonly otherTask?: ChosenTask;
      }
    /** Why nothing can be learned with these choices, as a message's key and parameters. */
    | {
        readonly kind: 'refused';
        readonly key: string;
        readonly params: Readonly<Record<string, string | number>>;
      };
}
