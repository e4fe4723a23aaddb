/** Two runs against each other on one board: who they are, and how long people may bet on them. */
import { shown } from '../../content/shown.js';
import type { Translator } from '../../content/translator.js';
import type { Board, BoardLine, DuelTopic } from '../../runs/board.js';
import { isOver, type RunState } from '../../runs/run.js';
import { lowestPrediction, type LowestPrediction } from '../predict/prediction.js';
import { settingWords } from '../predict/words.js';

/** Of the epochs: until one of the two has trained so many, people may bet. */
const BETTING_SHARE = 0.25;

/** Before its runs begin: to read what it is about, and to press. A quarter of a few quick epochs is over at once. */
export const TIME_TO_BET_MS = 15_000;

export type DuelBoard = Board & { readonly topic: DuelTopic };

/** Undefined where a board is about something else. */
export function duelOn(board: Board | undefined): DuelBoard | undefined {
  return board?.topic.kind === 'duel' ? { ...board, topic: board.topic } : undefined;
}

/** What people bet on; the same whenever it is made. */
export function predictionOn({ topic, lines }: DuelBoard): LowestPrediction {
  return lowestPrediction(
    topic.prediction,
    lines.map(({ settings }) => settings),
    topic.data,
  );
}

/** Betting is over when one of them has trained this epoch. */
export function lastBettingEpoch({ lines }: Board): number {
  return Math.ceil((lines[0]?.settings.epochs ?? 0) * BETTING_SHARE);
}

/** @param states of those that were started */
export function isBettingOpen(board: Board, states: readonly (RunState | undefined)[]): boolean {
  const last = lastBettingEpoch(board);
  if (board.lines.some(({ isRefused }) => isRefused)) return false;
  return states.every((state) => !state || (!isOver(state) && state.finished.length < last));
}

/** Whose duel it is: people against each other do not bet on themselves. */
export function isBetweenPeople({ lines }: Board): boolean {
  return new Set(lines.map(({ ownerId }) => ownerId)).size > 1;
}

/** `batch_size 10`, or `Mina (batch_size 10)` where it is one person against another. */
export function nameOn(board: DuelBoard, line: BoardLine, t: Translator): string {
  const setting = settingWords(predictionOn(board), board.lines.indexOf(line));
  if (!isBetweenPeople(board)) return setting;
  return t.plain('duel.name', { who: shown(line.ownerName), setting });
}
