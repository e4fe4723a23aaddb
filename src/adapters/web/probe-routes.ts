/** `/healthz` and `/readyz` for probers. */
import type { Hono } from 'hono';

/** Answers a path; undefined where there is nothing. */
export type Probe = (
  path: string,
) => Promise<{ readonly status: 200 | 503; readonly body: object } | undefined>;

/**
 * Before the room's guard: a prober comes under whatever name or address it knows, and what it is told
 * is nobody's.
 */
export function serveProbes(app: Hono, probe: Probe): void {
  for (const path of ['/healthz', '/readyz']) {
    app.get(path, async (c) => {
      const answer = await probe(path);
      if (!answer) return c.notFound();
      return c.json(answer.body, answer.status, { 'Cache-Control': 'no-store' });
    });
  }
}
