/** What the page learns from a request that was refused. */
import type { WireRefusal } from '../wire.js';

export interface Refused {
  readonly status: number;
  readonly message?: string;
  /** Before it is worth another try, in ms. */
  readonly retryAfterMs?: number;
}

/** What a refusal says, in so far as it comes from the room and not from something in between. */
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
