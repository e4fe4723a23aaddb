/** `/healthz` and `/readyz` for health checks. */
import type { Hono } from 'hono';

/** Answers a path; undefined for any other path. */
export type Probe = (
  path: string,
) => Promise<{ readonly status: 200 | 503; readonly body: object } | undefined>;

/**
 * Before the room's guard: a health check uses whatever host name it knows, and the answer
 * contains nobody's data.
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
