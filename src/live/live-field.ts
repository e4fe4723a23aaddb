/** What a run's network answers in the plane of its two inputs, updated while it trains. */
import type { Field } from '../chat/message.js';
import { steadyNowMs } from '../clock.js';
import type { Translator } from '../content/translator.js';
import { fieldOf } from '../render/plane/field.js';
import { isPlane, type PlaneField, type PlaneTask } from '../runs/plane.js';
import type { Checkpoint } from '../runs/protocol.js';
import { isReadAsNow } from '../runs/reading.js';
import { isOver, type RunState } from '../runs/run.js';

export interface LiveFieldTools {
  /** What a run has learned. */
  readonly weights: (runId: string) => Promise<Checkpoint | undefined>;
  /** What a network answers everywhere, as coarse cells. */
  readonly planeField: (task: PlaneTask) => Promise<PlaneField | undefined>;
}

interface LiveFieldOptions extends LiveFieldTools {
  readonly t: Translator;
  readonly onFailure: (error: unknown) => void;
  /** Defaults to the machine's clock. */
  readonly nowMs?: () => number;
}

/** Cells along each side: few enough for a message of a few kB, enough to see how a boundary bends. */
const SIDE = 40;
/** From one update to the next, in ms: a watched epoch takes 500, and may be a little early. */
const LEAST_MS = 450;
/** Units of a layer: reading a wider network's weights takes the event loop too long to do it often. */
const WIDEST = 128;

/** Nothing waits for it: the newest field that is ready is shown with the run's next edit. */
export class LiveField {
  #newest: Field | undefined;
  #isUnderWay = false;
  #hasFailed = false;
  #askedAtMs = -Infinity;

  constructor(private readonly options: LiveFieldOptions) {}

  get newest(): Field | undefined {
    return this.#newest;
  }

  /** Resolves when the answer is there; at once where none is asked for. Never rejects. */
  async ask(state: RunState): Promise<void> {
    const { nowMs = steadyNowMs, onFailure } = this.options;
    const now = nowMs();
    if (this.#isUnderWay || this.#hasFailed || now - this.#askedAtMs < LEAST_MS) return;
    if (!hasField(state)) return;
    this.#askedAtMs = now;
    this.#isUnderWay = true;
    try {
      await this.#make(state);
    } catch (error) {
      // The next one would fail as well.
      this.#hasFailed = true;
      onFailure(error);
    } finally {
      this.#isUnderWay = false;
    }
  }

  async #make(state: RunState): Promise<void> {
    const { id: run, settings } = state.record;
    const { weights, planeField, t } = this.options;
    const checkpoint = await weights(run);
    if (!checkpoint) return;
    const task = { run, settings, weights: [checkpoint.weights], side: SIDE };
    const field = await planeField(task);
    // When a run diverges, the last field that could be drawn stays.
    if (field) this.#newest = fieldOf(state, checkpoint.epoch, field, t);
  }
}

function hasField(state: RunState): boolean {
  const { data, finished, record } = state;
  const { dataset, layers } = record.settings;
  if (!data || finished.length === 0 || isOver(state)) return false;
  return isPlane(data) && isReadAsNow(dataset) && layers.every((units) => units <= WIDEST);
}
