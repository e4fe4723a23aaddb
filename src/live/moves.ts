/** Moves runs that have messages of their own to their channel's board. */
import type { ChatPort } from '../chat/port.js';
import type { Locale } from '../content/locale.js';
import { translator } from '../content/translator.js';
import { unseen } from '../runs/service.js';
import type { LiveMessageStore, RunMessageRecord } from '../storage/ports/live-messages.js';
import type { ChannelBoards } from './channel-boards.js';
import type { LiveRun } from './live-run.js';

interface Moving {
  readonly shown: LiveRun;
  /** How it is shown now. */
  readonly held: { record: RunMessageRecord };
  /** Its message does not show its end yet. */
  readonly isThere: () => boolean;
}

export class Moves {
  /** Runs that are being moved. */
  readonly #underWay = new Set<string>();

  constructor(
    private readonly options: {
      readonly boards: Pick<ChannelBoards, 'follow'>;
      readonly store: Pick<LiveMessageStore, 'save'>;
    },
  ) {}

  /** @returns false where it stays in its own message */
  async move({ shown, held, isThere }: Moving, port: ChatPort): Promise<boolean> {
    const { store, boards } = this.options;
    const { id: runId } = shown.state.record;
    if (this.#underWay.has(runId)) return false;
    this.#underWay.add(runId);
    try {
      const { place, locale } = held.record;
      const titleIn = (spoken: Locale): string =>
        translator(spoken, port).plain('board.channel.title');
      // First of all: a run with a line and no record is taken to be shown by its board, end included.
      await store.save(runId, { ...held.record, goesOnIn: titleIn(locale) });
      const joined = await boards.follow(shown.state, port.commonPlace?.(place) ?? place);
      if (joined) held.record = { ...held.record, goesOnIn: titleIn(joined.locale) };
      // Otherwise its end has been shown meanwhile, and its record may have been deleted.
      if (isThere()) await store.save(runId, held.record);
      if (joined) shown.moveTo(joined.line ?? unseen);
      return joined !== undefined;
    } finally {
      this.#underWay.delete(runId);
    }
  }
}
