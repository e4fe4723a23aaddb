/** A prediction: the question, its answers, and the settings that will be trained. */
import type { MessageKey, MessageParams } from '../../content/translator.js';
import { dice } from '../../datasets/random.js';
import type { DataSummary } from '../../runs/dataset.js';
import type { FitSettings } from '../../runs/protocol.js';
import { otherBatchSize } from '../facts.js';
import { stepAnswers, updateAnswers } from '../quiz/counting.js';
import { optionsOf } from '../quiz/options.js';
import { batchesOf } from '../quiz/task.js';

/** `batches`: which of two batch sizes ends with the lower training loss. */
export const predictable = ['iterations', 'updates', 'batches'] as const;
export type Predictable = (typeof predictable)[number];

/** Maximum number of settings to choose from. */
export const MOST_SETTINGS = 8;

export interface PredictionOption {
  readonly label: MessageKey;
  readonly params: MessageParams;
  /** The misconception behind it; where chance plays a part, a wrong guess is no mistake. */
  readonly why?: MessageKey;
}

interface Asked {
  readonly id: string;
  readonly data: { readonly name: string; readonly rows: number };
}

/** A number, calculated before it is measured. */
export interface CountPrediction extends Asked {
  readonly about: 'iterations' | 'updates';
  readonly settings: readonly [FitSettings];
  readonly options: readonly PredictionOption[];
}

/**
 * Which of several settings will end with the lowest training loss: `/predict batches`, a duel, a class. Its
 * answers are the settings in their order, followed by “about equal”.
 */
export interface LowestPrediction extends Asked {
  /** `batches`: stored by an older version. */
  readonly about: 'lowest' | 'batches';
  /** They differ in one option, and in its consequences (an optimizer's own learning rate). */
  readonly settings: readonly [FitSettings, FitSettings, ...FitSettings[]];
}

/** Plain data, so that it can be stored. */
export type Prediction = CountPrediction | LowestPrediction;

export function isLowest(prediction: Prediction): prediction is LowestPrediction {
  return prediction.about === 'lowest' || prediction.about === 'batches';
}

/** The number of answers; a guess is an index below it. */
export function answerCount(prediction: Prediction): number {
  return isLowest(prediction) ? prediction.settings.length + 1 : prediction.options.length;
}

/**
 * Asks which of 2 to `MOST_SETTINGS` settings will end lowest. Store it with `PredictionStore.create`, take
 * guesses with `guess`, show its answers with `answerWords` (`words.ts`) or as buttons (`guessButtons` of
 * `message.ts`), and grade it with `gradeOf` (`grade.ts`): that finds each setting's
 * runs among those of a duel, a class or a board by their settings, whatever their order and seed.
 */
export function lowestPrediction(
  id: string,
  settings: readonly FitSettings[],
  data: Prediction['data'],
): LowestPrediction {
  const [first, second, ...others] = settings;
  if (!first || !second || settings.length > MOST_SETTINGS) {
    throw new RangeError(`${settings.length} settings to guess between`);
  }
  return {
    ...{ id, about: 'lowest', data },
    settings: [first, second, ...others],
  };
}

export function predictionOf(
  id: string,
  about: Predictable,
  settings: FitSettings,
  summary: DataSummary,
): Prediction {
  const rows = summary.rows.training;
  const data = { name: summary.name, rows };
  const { epochs, batchSize, seed } = settings;
  if (about === 'batches') {
    const other = { ...settings, batchSize: otherBatchSize(rows, batchSize) };
    return lowestPrediction(id, [settings, other], data);
  }
  const batches = batchesOf(rows, batchSize);
  const answers = about === 'iterations' ? stepAnswers(batches) : updateAnswers(batches, epochs);
  const { options } = optionsOf({ params: { ...batches, epochs }, ...answers }, dice(seed));
  return { id, about, data, settings: [settings], options };
}
