/** What boards are about, and what each kind has to look up. */
import { channelTopic } from '../render/board/channel.js';
import { sweepTopic } from '../render/board/sweep.js';
import { classTopic } from './class-topic.js';
import type { Topics } from '../render/board/topic.js';
import type { PredictionStore } from '../storage/ports/predictions.js';
import { duelTopic } from '../tutor/duel/topic.js';

export function boardTopics({
  predictions,
  classes,
}: {
  readonly predictions: Pick<PredictionStore, 'find'>;
  readonly classes: Parameters<typeof classTopic>[0];
}): Topics {
  return {
    channel: channelTopic,
    sweep: sweepTopic,
    class: classTopic(classes),
    duel: duelTopic(async (id) => [...((await predictions.find(id))?.guesses.values() ?? [])]),
  };
}
