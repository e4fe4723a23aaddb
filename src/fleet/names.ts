/** Every name in Redis that fronts and workers share, but for those of their heartbeats. */

/** Of the keys that BullMQ has. */
export const queuePrefix = 'tutor:queue';

/** What is quick and waited for by people does not stand behind what trains. */
export const lanes = ['training', 'desk'] as const;
export type Lane = (typeof lanes)[number];

/** A queue for each version: what a worker does not understand never reaches it. */
export function queueName(lane: Lane, version: string): string {
  return `${lane}-${version}`;
}

export function blobKey(sha256: string): string {
  return `tutor:blob:${sha256}`;
}

export function uploadKey(sha256: string): string {
  return `tutor:upload:${sha256}`;
}

/** @param file what it is prepared of, see `preparedFile`; another version may prepare it otherwise */
export function preparedKey(file: string, version: string): string {
  return `tutor:prepared:${version}:${file}`;
}

/** There while a task that may be under way is to stop. */
export function stopKey(job: string, at: number): string {
  return `tutor:stop:${job}:${at}`;
}

/** Where all workers hear at once what is to stop. */
export const stopChannel = 'tutor:stops';

/** Where a process that hands tasks out hears what becomes of them. */
export function newsChannel(sender: string): string {
  return `tutor:news:${sender}`;
}
