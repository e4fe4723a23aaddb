/**
 * discord.js learns from the first answer which limit a route has, and counts what it queued before that
 * apart from what it queues after: together that may be more than the limit takes.
 */
export class FirstRequests {
  /** Of routes that nothing was answered on so far: the request under way. */
  readonly #first = new Map<string, Promise<unknown>>();
  readonly #answered = new Set<string>();

  /** Sends once the first request of that kind has been answered. */
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

/** Routes that differ in their ids alone share what is told of their limits. */
function routeKind(route: string): string {
  return route.replaceAll(/\d{17,}/g, ':id');
}
