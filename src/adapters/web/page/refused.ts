/** The details of a refused request. */
import type { WireRefusal } from '../wire.js';

export interface Refused {
  readonly status: number;
  readonly message?: string;
  /** Retry-After, in ms. */
  readonly retryAfterMs?: number;
}

/** Reads a refusal, if it comes from the room and not from a proxy. */
export async function refusedBy(response: Response): Promise<Refused> {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const wait = Number.isFinite(seconds) ? { retryAfterMs: seconds * 1000 } : {};
  const { status } = response;
  try {
    const { message } = (await response.json()) as Partial<WireRefusal>;
    return { status, ...wait, ...(message !== undefined && { message }) };
  } catch {
    return { status, ...wait };
  }
}
