/** What a board's message says while it goes on and at its end, with its files. */
import type { Attachment, ChatMessage } from '../chat/message.js';
import type { ChatPort } from '../chat/port.js';
import type { Translator } from '../content/translator.js';
import { boardCsv } from '../render/board/board-csv.js';
import { hasRoomFor, renderBoard, type BoardOptions } from '../render/board/board-message.js';
import type { Topics } from '../render/board/topic.js';
import type { ChartDescription } from '../render/chart.js';
import type { Board, BoardLine } from '../runs/board.js';
import type { RunState } from '../runs/run.js';

export interface BoardWordsOptions {
  readonly topics: Topics;
  /** Draws a chart as a PNG, off the event loop. */
  readonly draw: (chart: ChartDescription) => Promise<Uint8Array>;
  readonly onFailure: (boardId: string, error: unknown) => void;
}

export class BoardWords {
  constructor(private readonly options: BoardWordsOptions) {}

  render(
    board: Board,
    states: readonly (RunState | undefined)[],
    port: ChatPort,
    t: Translator,
  ): ChatMessage {
    return renderBoard(board, states, this.#drawn(board, port, t));
  }

  /** Whether it would show all of its lines with one more. */
  hasRoomFor(
    line: BoardLine,
    {
      board,
      states,
    }: { readonly board: Board; readonly states: readonly (RunState | undefined)[] },
    port: ChatPort,
    t: Translator,
  ): boolean {
    return hasRoomFor(board, states, line, this.#drawn(board, port, t));
  }

  /** @param over states of all that were started */
  async conclude(
    board: Board,
    over: readonly RunState[],
    port: ChatPort,
    t: Translator,
  ): Promise<{ words: ChatMessage; files: readonly Attachment[] }> {
    const topic = this.options.topics[board.topic.kind];
    const gone = new Set(board.lines.filter(({ isGone }) => isGone).map(({ runId }) => runId));
    const there = over.filter(({ record }) => !gone.has(record.id));
    const conclusion = await topic.conclude(board, there, t);
    const byId = new Map(there.map((state) => [state.record.id, state]));
    const states = board.lines.map(({ runId }) => byId.get(runId ?? ''));
    const words = renderBoard(board, states, { ...this.#drawn(board, port, t), conclusion });
    const pictures = await Promise.allSettled(
      conclusion.charts.map(async ({ name, alt, chart }) => ({
        ...{ name, alt, mediaType: 'image/png', bytes: await this.options.draw(chart) },
      })),
    );
    // Better shown without a picture than not at all.
    for (const one of pictures) {
      if (one.status === 'rejected') this.options.onFailure(board.id, one.reason);
    }
    const history = new TextEncoder().encode(boardCsv(there));
    const drawn = pictures.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const csv = { name: `${board.id}-history.csv`, mediaType: 'text/csv', bytes: history };
    return { words, files: history.length > 0 ? [...drawn, csv] : drawn };
  }

  #drawn({ topic }: Board, port: ChatPort, t: Translator): BoardOptions {
    const words = this.options.topics[topic.kind];
    return { t, words, fits: port.fits.bind(port), drawsCurves: port.drawsCurves };
  }
}
