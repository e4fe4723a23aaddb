/** Two runs against each other on one board: whose they are, and how long people may bet. */
import { shown } from '../../content/shown.js';
import type { Translator } from '../../content/translator.js';
import type { Board, BoardLine, DuelTopic } from '../../runs/board.js';
import { isOver, type RunState } from '../../runs/run.js';
import { lowestPrediction, type LowestPrediction } from '../predict/prediction.js';
import { settingWords } from '../predict/words.js';

/** Share of the epochs: people may bet until one of the two has trained that many. */
const BETTING_SHARE = 0.25;

/** Delay before its runs start, to read and to bet: a quarter of a few quick epochs is over at once. */
export const TIME_TO_BET_MS = 15_000;

export type DuelBoard = Board & { readonly topic: DuelTopic };

/** Undefined if a board is not a duel. */
export function duelOn(board: Board | undefined): DuelBoard | undefined {
  return board?.topic.kind === 'duel' ? { ...board, topic: board.topic } : undefined;
}

/** The prediction that people bet on; deterministic. */
export function predictionOn({ topic, lines }: DuelBoard): LowestPrediction {
  return lowestPrediction(
    topic.prediction,
    lines.map(({ settings }) => settings),
    topic.data,
  );
}

/** Betting closes when one of them has trained this epoch. */
export function lastBettingEpoch({ lines }: Board): number {
  return Math.ceil((lines[0]?.settings.epochs ?? 0) * BETTING_SHARE);
}

/** @param states the runs that were started */
export function isBettingOpen(board: Board, states: readonly (RunState | undefined)[]): boolean {
  const last = lastBettingEpoch(board);
  if (board.lines.some(({ isRefused }) => isRefused)) return false;
  return states.every((state) => !state || (!isOver(state) && state.finished.length < last));
}

/** The duel's participants, who may not bet on themselves. */
export function isBetweenPeople({ lines }: Board): boolean {
  return new Set(lines.map(({ ownerId }) => ownerId)).size > 1;
}

/** `batch_size 10`, or `Mina (batch_size 10)` in a duel between two people. */
export function nameOn(board: DuelBoard, line: BoardLine, t: Translator): string {
  const setting = settingWords(predictionOn(board), board.lines.indexOf(line));
  if (!isBetweenPeople(board)) return setting;
  return t.plain('duel.name', { who: shown(line.ownerName), setting });
}
