/** A paste may contain a log and the error that ended it: then the question is about the error. */
import { explainsError } from '../questions/known-errors.js';
import { failsIn } from './failure.js';
import { readLog } from './read-log.js';
import type { TrainingLog } from './training-log.js';

/** The log that a text is about; undefined if there is none, or if an answer explains its error. */
export function logAskedAbout(text: string): TrainingLog | undefined {
  const log = readLog(text);
  return log && failsIn(text) && explainsError(text) ? undefined : log;
}
