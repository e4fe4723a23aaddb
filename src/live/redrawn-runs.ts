/** Draws runs that are over once more, in another view. */
import { LiveMessage, type Delivery } from '../chat/live-message.js';
import type { ChatPort } from '../chat/port.js';
import { translator } from '../content/translator.js';
import { renderRun } from '../render/run-message.js';
import type { Runs } from '../runs/service.js';
import type { LiveMessageStore, RunMessageRecord } from '../storage/ports/live-messages.js';
import { ownerOf, renderOptions } from './run-looks.js';

interface RedrawnRunsOptions {
  readonly store: Pick<LiveMessageStore, 'save'>;
  readonly runs: Pick<Runs, 'find'>;
  readonly onFailure: (runId: string, error: unknown) => void;
}

export class RedrawnRuns {
  readonly #underWay = new Set<LiveMessage>();
  #isLeft = false;

  constructor(private readonly options: RedrawnRunsOptions) {}

  /** Only for a run that is over and whose message nobody edits any more. Its files stay. */
  async draw(runId: string, port: ChatPort, record: RunMessageRecord): Promise<Delivery> {
    const { store, runs, onFailure } = this.options;
    const { ref, place, locale, view } = record;
    const state = await runs.find(runId);
    if (!state) return 'failed';
    if (!ref) return 'unreachable';
    const { checks } = state.record.settings;
    const checked = checks === undefined ? undefined : await runs.find(checks);
    const message = new LiveMessage({
      ...{ port, ref, place },
      onMoved: (moved) => {
        store.save(runId, { ...record, ref: moved }).catch((error: unknown) => {
          onFailure(runId, error);
        });
      },
      onFailure: (error) => {
        onFailure(runId, error);
      },
    });
    const options = {
      ...renderOptions(translator(locale, port), view, port, ref, checked),
      ...ownerOf(state, port, record),
    };
    this.#underWay.add(message);
    if (this.#isLeft) message.leave();
    try {
      return await message.show(() => renderRun(state, options), 'final');
    } finally {
      message.end();
      this.#underWay.delete(message);
    }
  }

  /** Nothing more is sent. */
  leave(): void {
    this.#isLeft = true;
    for (const one of this.#underWay) one.leave();
  }
}
