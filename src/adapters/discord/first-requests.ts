/**
 * discord.js learns a route's rate limit from the first response, and counts what it queued before that
 * separately from what it queues after: together that may exceed the limit.
 */
export class FirstRequests {
  /** The request in flight, for each route that has had no response yet. */
  readonly #first = new Map<string, Promise<unknown>>();
  readonly #answered = new Set<string>();

  /** Sends once the first request on that route has been answered. */
  async behind<T>(path: string, send: () => Promise<T>): Promise<T> {
    const route = routeKind(path);
    for (let first = this.#first.get(route); first; first = this.#first.get(route)) await first;
    if (this.#answered.has(route)) return send();
    const sending = send();
    const settled = sending.then(
      () => this.#answered.add(route),
      () => undefined,
    );
    this.#first.set(route, settled);
    try {
      return await sending;
    } finally {
      this.#first.delete(route);
    }
  }
}

/** Routes that differ only in their ids share a rate limit. */
function routeKind(route: string): string {
  return route.replaceAll(/\d{17,}/g, ':id');
}
