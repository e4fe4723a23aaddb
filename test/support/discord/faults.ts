/** Faults on demand: what happens to the next matching request. */
import { ApiProblem } from './problems.js';
import { tooMany } from './rate-limits.js';

export type Fault =
  | { readonly kind: 'rate-limit'; readonly retryAfterMs: number }
  | { readonly kind: 'server-error' }
  /** A proxy in front of Discord answers, in its own format. */
  | { readonly kind: 'proxy'; readonly status: number }
  /** No answer ever arrives. */
  | { readonly kind: 'silence' }
  /** The connection is cut before the answer. */
  | { readonly kind: 'reset' }
  /** The request takes effect, but the connection is cut before the answer. */
  | { readonly kind: 'lost-answer' }
  /** The request takes effect and is answered without a body (204). */
  | { readonly kind: 'no-content' }
  /** Discord, a proxy or the server's AutoMod refuses it. */
  | { readonly kind: 'refusal'; readonly problem: ApiProblem };

interface Expected {
  readonly method: string;
  readonly path: RegExp;
  readonly fault: Fault;
}

export class Faults {
  readonly #expected: Expected[] = [];

  /** The next request with this method and path hits this fault; several faults queue up. */
  next(method: string, path: RegExp, fault: Fault): void {
    this.#expected.push({ method, path, fault });
  }

  /** Clears all pending faults. */
  clear(): void {
    this.#expected.length = 0;
  }

  take(method: string, path: string): Fault | undefined {
    const index = this.#expected.findIndex((one) => one.method === method && one.path.test(path));
    return index < 0 ? undefined : this.#expected.splice(index, 1)[0]?.fault;
  }
}

export function problemOf(fault: Fault): ApiProblem | undefined {
  if (fault.kind === 'refusal') return fault.problem;
  if (fault.kind === 'server-error') return new ApiProblem(502, 0, 'Bad Gateway');
  if (fault.kind === 'rate-limit') {
    const seconds = fault.retryAfterMs / 1_000;
    const headers = {
      'x-ratelimit-limit': '5',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset-after': String(seconds),
      'x-ratelimit-bucket': 'fault',
    };
    return tooMany(seconds, headers, 'user');
  }
  return undefined;
}
