import type { Invocation } from '../src/chat/port.js';
import { steadyNowMs } from '../src/clock.js';
import type { Locale } from '../src/content/locale.js';
import type { BoardLine, DuelTopic } from '../src/runs/board.js';
import { newId } from '../src/runs/ids.js';
import type { RunLimits } from '../src/runs/limits.js';
import { lowestPrediction } from '../src/tutor/predict/prediction.js';
import type { Services } from './services.js';

/** Opens a duel's board and its bets. @param lines both runs' lines */
export async function trainDuel(
  lines: readonly BoardLine[],
  {
    ownerId,
    data,
    limits,
  }: { readonly ownerId: string; readonly data: DuelTopic['data']; readonly limits: RunLimits },
  invocation: Invocation,
  locale: Locale,
  { predictions, boards, timeToBetMs }: Services,
): Promise<void> {
  const waits = timeToBetMs > 0 ? { timeToBetMs } : {};
  const topic: DuelTopic = { kind: 'duel', prediction: newId(), data, ...waits };
  const prediction = lowestPrediction(
    topic.prediction,
    lines.map(({ settings }) => settings),
    data,
  );
  const { place } = invocation;
  await predictions.create(prediction, { ownerId, place, atMs: steadyNowMs() });
  await boards.begin({ topic, ownerId, limits, lines }, invocation, locale);
}
