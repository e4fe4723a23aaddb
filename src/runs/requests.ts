/** Requests, and the runs that are begun for them. */
import type { RunRecord } from './ports.js';

/** The request id of one of several runs that a request begins. */
export function partOfRequest(requestId: string, index: number): string {
  return `${requestId}#${index}`;
}

/** Whether a run was begun for a request, alone or among others. */
export function isForRequest(
  { requestId: own }: RunRecord,
  requestId: string | undefined,
): boolean {
  if (own === undefined || requestId === undefined) return false;
  return own === requestId || own.startsWith(`${requestId}#`);
}
