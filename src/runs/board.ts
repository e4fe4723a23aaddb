/** Several runs that are shown in one message. Plain data, so that it can be stored. */
import type { RunLimits } from './limits.js';
import type { FitSettings } from './protocol.js';
import type { RoundPlan } from './round-plan.js';

/** Runs for which the platform has too few edits to show each in its own message. */
interface ChannelTopic {
  readonly kind: 'channel';
}

/** Two runs that differ in one setting, of one person or of two. */
export interface DuelTopic {
  readonly kind: 'duel';
  /** Id of the prediction that bets are kept under. */
  readonly prediction: string;
  readonly data: { readonly name: string; readonly rows: number };
  /** Its runs begin this long after the message was opened, so that nobody bets knowing more than others. */
  readonly timeToBetMs?: number;
}

/** What a sweep can vary, under the names that people type. */
export type SweptOption =
  'batch' | 'lr' | 'layers' | 'optimizer' | 'activation' | 'dropout' | 'l2' | 'momentum';

/** One run for each value of an option, or for each pair of values of two; then more seeds of each. */
interface SweepTopic {
  readonly kind: 'sweep';
  /** One or two. */
  readonly options: readonly SweptOption[];
}

/** A round of a class: everybody who joins trains the value they are dealt. */
export interface ClassTopic {
  readonly kind: 'class';
  readonly roundId: string;
  /** From 1. */
  readonly number: number;
  readonly teacherName: string;
  readonly plan: RoundPlan;
  /** Until then people may join (Unix ms). */
  readonly endsAtMs: number;
}

/** What a board is for, with the data that only this kind has. */
export type BoardTopic = ChannelTopic | DuelTopic | SweepTopic | ClassTopic;

/** A run of a board, started or not. */
export interface BoardLine {
  readonly ownerId: string;
  readonly ownerName: string;
  /** Complete: seed and data set included. */
  readonly settings: FitSettings;
  /** Missing until it is started. */
  readonly runId?: string;
  /** It will not be started; the other lines go on. */
  readonly isRefused?: true;
  /** Its owner has taken it back: it is no longer shown. */
  readonly isGone?: true;
}

export interface Board {
  readonly id: string;
  readonly ownerId: string;
  readonly topic: BoardTopic;
  /** The limits of the server or workspace it is in. */
  readonly limits: RunLimits;
  readonly lines: readonly BoardLine[];
  /** No more lines will be added: when all its runs are over, so is the board. */
  readonly isClosed: boolean;
}

/** What a board is begun with. */
export interface AskedBoard {
  readonly topic: BoardTopic;
  readonly ownerId: string;
  readonly limits: RunLimits;
  readonly lines: readonly BoardLine[];
  /** More lines may come, until it is closed. */
  readonly isOpen?: true;
}

/** The board without somebody's name, as it stays once their data have been deleted. */
export function withoutPerson(board: Board, userId: string): Board {
  const lines = board.lines.map((line) =>
    line.ownerId === userId ? { ...line, ownerId: '', ownerName: '' } : line,
  );
  if (board.ownerId !== userId) return { ...board, lines };
  return { ...board, ownerId: '', topic: withoutTeacher(board.topic), lines };
}

function withoutTeacher(topic: BoardTopic): BoardTopic {
  if (topic.kind !== 'class') return topic;
  const { question: _question, ...plan } = topic.plan;
  return { ...topic, teacherName: '', plan };
}
