/** What differs between boards: what they are called, what can be done with them, and what comes out. */
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
  /** What can be pressed while it goes on, besides *Stop all*. @param states as the board's lines */
  buttons?(
    board: Board,
    states: readonly (RunState | undefined)[],
    t: Translator,
  ): readonly Button[];
  /**
   * What came out, once the board is closed and all of its runs are over.
   * @param states of those that were started, in the order of the board's lines
   */
  conclude(
    board: Board,
    states: readonly RunState[],
    t: Translator,
  ): Conclusion | Promise<Conclusion>;
  /** Instead of a line for each run. @param states as the board's lines */
  table?(board: Board, states: readonly (RunState | undefined)[], t: Translator): string;
  /**
   * What an open board trains next, asked once all of its runs so far are over; then it takes no more. Asked
   * again after a restart, it leaves out what it has.
   */
  furtherLines?(board: Board, states: readonly (RunState | undefined)[]): readonly BoardLine[];
  /** The runs go on where somebody deletes the message; unless given, they are stopped with it. */
  readonly outlivesMessage?: true;
  /**
   * Runs join it by themselves while any of it goes on, and it closes itself after that: it is nobody's, and
   * nobody stops them all.
   */
  readonly gathers?: true;
  /** Lines stand in the order that they were given; unless given, the best comes first. */
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
  /** Of the file, with its `.png`. */
  readonly name: string;
  readonly alt: string;
  readonly chart: ChartDescription;
}
