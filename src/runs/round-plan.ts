import type { DataSummary } from './dataset.js';
import type { FitSettings } from './protocol.js';

/** The options that can be dealt, under the names that people type. */
export type DealtOption = 'batch' | 'lr' | 'layers' | 'optimizer' | 'activation' | 'dropout';

/** What one round of a class is made of. Plain data, so that it can be kept. */
export interface RoundPlan {
  /** The option whose values are dealt. */
  readonly option: DealtOption;
  /** Its values as they are typed, two at least. */
  readonly values: readonly string[];
  /** Everything trained with, by value; all have one seed. */
  readonly settings: readonly FitSettings[];
  readonly data: Pick<DataSummary, 'name' | 'rows'>;
  readonly minutes: number;
  /** A person's own words. */
  readonly question?: string;
}
