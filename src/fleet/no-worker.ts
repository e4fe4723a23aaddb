/** When callers have waited too long for a worker that can do their errand. */
import type { BackendName } from '../runs/protocol.js';
import { backendOf } from './carrying-out.js';
import type { Ask, Errand } from './errand.js';

/** How long people wait for a worker before they are told that there is none, in ms. */
export const ALONE_MS = 4_000;

export interface WorkersSeen {
  /** Whether any worker takes what is sent. */
  readonly isReachable: () => boolean;
  /** Whether any worker has this backend. */
  readonly isLoaded: (backend: BackendName) => boolean;
}

/** Whether there has been no worker at all for too long. */
export function isAlone(errand: Errand, { isReachable }: WorkersSeen): boolean {
  if (isReachable()) errand.aloneSinceMs = undefined;
  else errand.aloneSinceMs ??= performance.now();
  return isTooLong(errand.aloneSinceMs);
}

/** The calls whose backend no worker has had for too long. */
export function lackingBackend(
  errand: Errand,
  { isReachable, isLoaded }: WorkersSeen,
): readonly Ask[] {
  const lacking = errand.open.filter(({ call }) => {
    const backend = backendOf(call);
    return backend !== undefined && !isLoaded(backend);
  });
  if (lacking.length > 0 && isReachable()) errand.lackingSinceMs ??= performance.now();
  else errand.lackingSinceMs = undefined;
  return isTooLong(errand.lackingSinceMs) ? lacking : [];
}

function isTooLong(sinceMs = Infinity): boolean {
  return performance.now() - sinceMs >= ALONE_MS;
}
