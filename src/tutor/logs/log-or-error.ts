/** A paste may hold a log and the error that ended it: then the error is what somebody asks about. */
import { explainsError } from '../questions/known-errors.js';
import { failsIn } from './failure.js';
import { readLog } from './read-log.js';
import type { TrainingLog } from './training-log.js';

/** The log that a text is about; undefined where there is none, or an answer explains how it failed. */
export function logAskedAbout(text: string): TrainingLog | undefined {
  const log = readLog(text);
  return log && failsIn(text) && explainsError(text) ? undefined : log;
}
