import type { Place } from '../../chat/port.js';
import type { Locale } from '../../content/locale.js';
import type { Prediction } from '../../tutor/predict/prediction.js';

/** The runs that decide a prediction, and where its outcome is announced. */
export interface PredictedRuns {
  /** In the order of the prediction's settings. */
  readonly runIds: readonly string[];
  readonly place: Place;
  readonly locale: Locale;
}

/** Who asked for a prediction, where and when. */
export interface AskedPrediction {
  readonly ownerId: string;
  readonly place: Place;
  readonly atMs: number;
}

export interface StoredPrediction {
  readonly prediction: Prediction;
  /** Where it was asked, as `channelOf` names it; empty for games from before that was stored. */
  readonly channel: string;
  /** Missing until the training has started. */
  readonly started?: PredictedRuns;
  /** By person: the index of the answer they guessed. */
  readonly guesses: ReadonlyMap<string, number>;
}

export interface PredictionStore {
  create(prediction: Prediction, asked: AskedPrediction): Promise<void>;
  find(id: string): Promise<StoredPrediction | undefined>;
  /** Replaces the person's earlier guess. */
  guess(id: string, userId: string, answer: number): Promise<void>;
  start(id: string, runs: PredictedRuns): Promise<void>;
  /** The outcome has been announced: nothing is left to do. */
  markRevealed(id: string): Promise<void>;
  /** Predictions whose runs have started and whose outcome has not been announced, oldest first. */
  unrevealed(): Promise<readonly string[]>;
}
