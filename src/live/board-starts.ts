/** Begins a line's run: the board stores that before it is shown. Or the line is refused. */
import { UserError } from '../errors.js';
import type { BoardLine } from '../runs/board.js';
import type { OpenWatcher } from '../runs/service.js';
import type { BoardStore } from '../storage/ports/boards.js';
import type { LiveMessageStore } from '../storage/ports/live-messages.js';
import type { LiveBoard } from './live-board.js';

export interface BoardStartsOptions {
  readonly store: Pick<BoardStore, 'find' | 'setLine'>;
  /** Where runs can be seen: a board's runs on the board. */
  readonly liveMessages: Pick<LiveMessageStore, 'save' | 'markDelivered'>;
}

export class BoardStarts {
  constructor(private readonly options: BoardStartsOptions) {}

  opens(live: LiveBoard, index: number): OpenWatcher {
    return async (state) => {
      const { store, liveMessages } = this.options;
      const line = this.#unrefused(live, index);
      const runId = state.record.id;
      const started = { ...line, runId };
      await store.setLine(live.id, index, started);
      const record = (await store.find(live.id))?.record;
      if (record) {
        // Whoever sees the board sees the run.
        await liveMessages.save(runId, record);
        await liveMessages.markDelivered(runId);
      }
      this.#unrefused(live, index);
      live.setLine(index, started, state);
      return live.watcher(index);
    };
  }

  /** @throws UserError when it was taken back, or stopped with the others, while it was starting */
  #unrefused({ board }: LiveBoard, index: number): BoardLine {
    const line = board.lines[index];
    if (!line) throw new RangeError('a board without that line');
    if (line.isRefused) throw new UserError('stop.boardOver');
    return line;
  }

  async refuse(live: LiveBoard, index: number): Promise<void> {
    const line = live.board.lines[index];
    // If its run has begun in the meantime, it is stopped like the others.
    if (!line || line.runId !== undefined) return;
    const refused = { ...line, isRefused: true } as const;
    // At once, before it is stored: its run may be about to begin.
    live.setLine(index, refused);
    await this.options.store.setLine(live.id, index, refused);
  }
}
