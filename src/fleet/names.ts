/** Every name in Redis that fronts and workers share, except those of their heartbeats. */

/** The prefix of BullMQ's keys. */
export const queuePrefix = 'tutor:queue';

/** Two lanes, so that quick work that people wait for does not queue behind training. */
export const lanes = ['training', 'desk'] as const;
export type Lane = (typeof lanes)[number];

/** A queue for each version: a worker never gets a job that it does not understand. */
export function queueName(lane: Lane, version: string): string {
  return `${lane}-${version}`;
}

export function blobKey(sha256: string): string {
  return `tutor:blob:${sha256}`;
}

export function uploadKey(sha256: string): string {
  return `tutor:upload:${sha256}`;
}

/** @param file named as by `preparedFile`; another version may prepare it differently */
export function preparedKey(file: string, version: string): string {
  return `tutor:prepared:${version}:${file}`;
}

/** Exists while a task that may be under way has to stop. */
export function stopKey(job: string, at: number): string {
  return `tutor:stop:${job}:${at}`;
}

/** The channel on which all workers hear at once what has to stop. */
export const stopChannel = 'tutor:stops';

/** The channel on which a front hears what becomes of its tasks. */
export function newsChannel(sender: string): string {
  return `tutor:news:${sender}`;
}
