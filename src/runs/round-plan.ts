import type { SweptOption } from './board.js';
import type { DataSummary } from './dataset.js';
import type { FitSettings } from './protocol.js';

/** What one round of a class is made of. Plain data, so that it can be stored. */
export interface RoundPlan {
  /** The option whose values are dealt. */
  readonly option: SweptOption;
  /** Its values as they are typed, two at least. */
  readonly values: readonly string[];
  /** The complete settings, by value; all with one seed. */
  readonly settings: readonly FitSettings[];
  readonly data: Pick<DataSummary, 'name' | 'rows'>;
  readonly minutes: number;
  /** A person's own words. */
  readonly question?: string;
}
