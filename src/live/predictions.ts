/** Trains what people have made guesses about and announces the outcome, even across restarts. */
import type { ChatMessage } from '../chat/message.js';
import type { Invocation, Place, PostedAs } from '../chat/port.js';
import type { Locale } from '../content/locale.js';
import { translator } from '../content/translator.js';
import type { View } from '../render/view.js';
import type { RunLimits } from '../runs/limits.js';
import { partOfRequest } from '../runs/requests.js';
import type { OpenWatcher, Runs } from '../runs/service.js';
import type { PredictionStore } from '../storage/ports/predictions.js';
import { revealMessage } from '../tutor/predict/message.js';
import type { Prediction } from '../tutor/predict/prediction.js';

export interface PredictionsOptions {
  readonly store: PredictionStore;
  readonly runs: Pick<Runs, 'start' | 'stop' | 'ended'>;
  readonly showLive: (invocation: Invocation, locale: Locale, view: View) => OpenWatcher;
  /** Resolves when a run's own message shows how it ended. */
  readonly settled: (runId: string) => Promise<void>;
  readonly post: (place: Place, message: ChatMessage, as: PostedAs) => Promise<unknown>;
  readonly onFailure: (prediction: string, error: unknown) => void;
}

export class Predictions {
  /** Starts under way: a second press must not start the runs again, and is told what the first one started. */
  readonly #starting = new Map<string, Promise<unknown>>();

  constructor(private readonly options: PredictionsOptions) {}

  /**
   * Trains what a prediction is about; the runs belong to the person who asked for it.
   * @returns false when that has been started already
   * @throws UserError as `Runs.start` does
   */
  async start(
    prediction: Prediction,
    invocation: Invocation,
    locale: Locale,
    view: View,
    limits: RunLimits,
  ): Promise<boolean> {
    const { id } = prediction;
    // A start that fails has told the first to press; a later press may have better luck.
    for (let under = this.#starting.get(id); under; under = this.#starting.get(id)) {
      await under.catch(() => undefined);
    }
    const start = async (): Promise<boolean> => {
      if ((await this.options.store.find(id))?.started) return false;
      const open = this.options.showLive(invocation, locale, view);
      const runIds = await this.#startRuns(prediction, invocation, limits, open);
      await this.options.store.start(id, { runIds, place: invocation.place, locale });
      return true;
    };
    const starting = start().finally(() => this.#starting.delete(id));
    this.#starting.set(id, starting);
    const isFirst = await starting;
    if (isFirst) this.#revealAtEnd(id);
    return isFirst;
  }

  /** Takes up what an earlier process left, once its runs have been resumed. */
  async resume(): Promise<void> {
    for (const id of await this.options.store.unrevealed()) this.#revealAtEnd(id);
  }

  async #startRuns(
    { settings }: Prediction,
    { user: { id: ownerId, name: ownerName }, requested }: Invocation,
    limits: RunLimits,
    open: OpenWatcher,
  ): Promise<readonly string[]> {
    const { runs } = this.options;
    const runIds: string[] = [];
    try {
      for (const [index, one] of settings.entries()) {
        const requestId = requested && partOfRequest(requested.id, index);
        const request = { ownerId, ownerName, settings: one, limits, requestId };
        const { record } = await runs.start(request, open);
        runIds.push(record.id);
      }
    } catch (error) {
      // A single run answers nothing.
      await Promise.all(runIds.map((runId) => runs.stop(runId)));
      throw error;
    }
    return runIds;
  }

  #revealAtEnd(id: string): void {
    this.#reveal(id).catch((error: unknown) => {
      this.options.onFailure(id, error);
    });
  }

  async #reveal(id: string): Promise<void> {
    const { store, runs, settled, post } = this.options;
    const { prediction, started, guesses } = (await store.find(id)) ?? {};
    if (!prediction || !started) return;
    const { runIds, place, locale } = started;
    const states = await Promise.all(runIds.map((runId) => runs.ended(runId)));
    await Promise.all(runIds.map(settled));
    const answers = [...(guesses?.values() ?? [])];
    await post(
      place,
      revealMessage(prediction, states, answers, translator(locale, place.platform)),
      { once: `reveal-${id}` },
    );
    await store.markRevealed(id);
  }
}
