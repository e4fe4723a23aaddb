/** Predictions, as long as the process lives. */
import { channelOf } from '../chat/port.js';
import type { Prediction } from '../tutor/predict/prediction.js';
import type { AskedPrediction, PredictedRuns, PredictionStore, StoredPrediction } from './ports.js';

interface Kept {
  readonly prediction: Prediction;
  readonly channel: string;
  readonly guesses: Map<string, number>;
  started?: PredictedRuns;
  isRevealed: boolean;
}

export class MemoryPredictionStore implements PredictionStore {
  readonly #kept = new Map<string, Kept>();

  create(prediction: Prediction, { place }: AskedPrediction): Promise<void> {
    const { id } = prediction;
    if (this.#kept.has(id)) return Promise.reject(new Error(`prediction ${id} exists`));
    const channel = channelOf(place);
    this.#kept.set(id, { prediction, channel, guesses: new Map(), isRevealed: false });
    return Promise.resolve();
  }

  find(id: string): Promise<StoredPrediction | undefined> {
    const kept = this.#kept.get(id);
    if (!kept) return Promise.resolve(undefined);
    const { prediction, channel, guesses, started } = kept;
    const found = { prediction, channel, guesses: new Map(guesses) };
    return Promise.resolve({ ...found, ...(started && { started }) });
  }

  guess(id: string, userId: string, answer: number): Promise<void> {
    this.#kept.get(id)?.guesses.set(userId, answer);
    return Promise.resolve();
  }

  start(id: string, runs: PredictedRuns): Promise<void> {
    const kept = this.#kept.get(id);
    if (kept) kept.started = runs;
    return Promise.resolve();
  }

  markRevealed(id: string): Promise<void> {
    const kept = this.#kept.get(id);
    if (kept) kept.isRevealed = true;
    return Promise.resolve();
  }

  unrevealed(): Promise<readonly string[]> {
    const open = [...this.#kept].filter(([, { started, isRevealed }]) => started && !isRevealed);
    return Promise.resolve(open.map(([id]) => id));
  }
}
