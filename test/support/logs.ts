/** Keras logs from test/fixtures/logs, and generated ones for tests about specific numbers. */
import { readFileSync } from 'node:fs';
import { translator } from '../../src/content/translator.js';
import type { Locale } from '../../src/content/locale.js';
import { explainLog } from '../../src/tutor/logs/explain-log.js';
import { readLog } from '../../src/tutor/logs/read-log.js';
import type { LoggedFit, TrainingLog } from '../../src/tutor/logs/training-log.js';
import { messageText } from './message-text.js';

export function loggedText(name: string): string {
  return readFileSync(new URL(`../fixtures/logs/${name}.txt`, import.meta.url), 'utf8');
}

export function logIn(text: string): TrainingLog {
  const log = readLog(text);
  if (!log) throw new Error(`no log in ${text}`);
  return log;
}

/** The last fit in a text. */
export function fitIn(text: string): LoggedFit {
  const fit = logIn(text).fits.at(-1);
  if (!fit) throw new Error('a log without a fit');
  return fit;
}

/** What a learner is told about a text. */
export function saidAbout(text: string, locale: Locale = 'en'): string {
  return messageText(explainLog(logIn(text), translator(locale)));
}

/** A metric's printed values, epoch by epoch. */
export function column({ epochs }: LoggedFit, name: string): readonly (string | undefined)[] {
  return epochs.map(({ readings }) => readings.get(name)?.text);
}

/** A Keras 2 log of these numbers, one list per metric, all as long as the first. */
export function keras2Log(
  metrics: Readonly<Record<string, readonly number[]>>,
  steps = 100,
): string {
  const names = Object.keys(metrics);
  const epochs = metrics[names[0] ?? '']?.length ?? 0;
  return Array.from({ length: epochs }, (_, index) => {
    const values = names.map((name) => ` - ${name}: ${(metrics[name]?.[index] ?? NaN).toFixed(4)}`);
    const line = `${steps}/${steps} [==============================] - 1s 2ms/step`;
    return `Epoch ${index + 1}/${epochs}\n${line}${values.join('')}`.replaceAll('NaN', 'nan');
  }).join('\n');
}
