/** What differs between boards: their titles, buttons and outcomes. */
import type { Block, Button } from '../../chat/message.js';
import type { Text } from '../../content/text.js';
import type { Translator } from '../../content/translator.js';
import type { Board, BoardLine, BoardTopic } from '../../runs/board.js';
import type { RunState } from '../../runs/run.js';
import type { ChartDescription } from '../chart.js';

export interface TopicWords {
  title(board: Board, t: Translator): Text;
  /** Short sentences under the title. */
  intro(board: Board, t: Translator): readonly Text[];
  /** Buttons during the board, besides *Stop all*. @param states in the order of the board's lines */
  buttons?(
    board: Board,
    states: readonly (RunState | undefined)[],
    t: Translator,
  ): readonly Button[];
  /**
   * The outcome, once the board is closed and all of its runs are over.
   * @param states of the runs that were started, in the order of the board's lines
   */
  conclude(
    board: Board,
    states: readonly RunState[],
    t: Translator,
  ): Conclusion | Promise<Conclusion>;
  /** Replaces the line for each run. @param states in the order of the board's lines */
  table?(board: Board, states: readonly (RunState | undefined)[], t: Translator): string;
  /**
   * The runs that an open board starts next, asked once all of its runs so far are over; then it closes. Asked
   * again after a restart, it omits those it already has.
   */
  furtherLines?(board: Board, states: readonly (RunState | undefined)[]): readonly BoardLine[];
  /** If set, the runs continue when somebody deletes the message; otherwise they are stopped with it. */
  readonly outlivesMessage?: true;
  /**
   * Runs join it automatically while any of its runs is in progress, and then it closes: nobody owns it, and
   * nobody can stop them all.
   */
  readonly gathers?: true;
  /** Text above the lines is kept, even if that leaves space for fewer lines. */
  readonly keepsIntro?: true;
  /** Everyone has their own line and seed: the owner is always shown, the seed never. */
  readonly isByPerson?: true;
  /** If set, lines keep their order; otherwise the best comes first. */
  readonly keepsOrder?: true;
}

/** Topics by their kind. */
export type Topics = Readonly<Record<BoardTopic['kind'], TopicWords>>;

export interface Conclusion {
  readonly blocks: readonly Block[];
  /** The same facts in plain sentences. */
  readonly spoken: string;
  readonly buttons?: readonly Button[];
  /** Drawn off the event loop. */
  readonly charts: readonly ConcludingChart[];
}

export interface ConcludingChart {
  /** The file name, including `.png`. */
  readonly name: string;
  readonly alt: string;
  readonly chart: ChartDescription;
}
