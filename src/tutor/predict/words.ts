/** A prediction's text: its question, its answers, and what will be trained. */
import type { Text } from '../../content/text.js';
import type { Translator } from '../../content/translator.js';
import { differences, type Difference } from '../../render/comparison/differences.js';
import { isLowest, type LowestPrediction, type Prediction } from './prediction.js';

export function questionWords(prediction: Prediction, t: Translator): Text {
  return isLowest(prediction)
    ? t.text('predict.lowest', { count: prediction.settings.length })
    : t.text(`predict.${prediction.about}`);
}

/** @param index the answer's index, from 0 */
export function answerWords(prediction: Prediction, index: number, t: Translator): string {
  if (isLowest(prediction)) {
    if (index === prediction.settings.length) return t.plain('predict.lowest.isEqual');
    return settingWords(prediction, index);
  }
  const option = prediction.options[index];
  if (!option) throw new RangeError('a prediction without that answer');
  return t.plain(option.label, option.params);
}

/** `batch_size 10`, by Keras' name. */
export function settingWords({ settings }: LowestPrediction, index: number): string {
  const { setting, values } = varied(settings);
  const value = values[index];
  if (value === undefined) throw new RangeError('a prediction without that setting');
  return `${setting} ${value}`;
}

/** What its settings differ in: the chosen option before its consequences. */
export function varied(settings: LowestPrediction['settings']): Difference {
  const [difference] = differences(settings.map((one) => ({ settings: one })));
  if (!difference) throw new RangeError('settings that do not differ');
  return difference;
}

export function setupWords(prediction: Prediction, t: Translator): Text {
  const { data, settings } = prediction;
  const [{ epochs, batchSize, seed }] = settings;
  const params = { data: data.name, rows: data.rows, epochs };
  if (!isLowest(prediction)) return t.text('predict.setup', { ...params, batch: batchSize });
  const { setting, values } = varied(prediction.settings);
  return t.text('predict.setupSome', {
    ...params,
    ...{ count: values.length, setting, values: values.join(' · '), seed: String(seed) },
  });
}
