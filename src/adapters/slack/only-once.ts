/** Slack sends again what it got no answer to, and a request that was overheard can be played again. */
import type { App } from '@slack/bolt';
import { z } from 'zod';

/** Many more than come within the five minutes for which Bolt takes a signed request to be new. */
const MOST_REMEMBERED = 10_000;

/** What Slack gives each event, and everything else that somebody does, to tell it by. */
const idSchema = z
  .object({ event_id: z.string() })
  .transform(({ event_id: id }) => id)
  .or(z.object({ trigger_id: z.string() }).transform(({ trigger_id: id }) => id));

/** What came before is acknowledged, so that it does not come once more, and nothing else happens. */
export function onlyOnce(app: App): void {
  const seen = new Set<string>();
  app.use(async ({ body, next, ...more }) => {
    const { data: id } = idSchema.safeParse(body);
    if (id !== undefined && seen.has(id)) {
      if ('ack' in more) await more.ack?.();
      return;
    }
    if (id !== undefined) seen.add(id);
    const [oldest] = seen;
    if (seen.size > MOST_REMEMBERED && oldest !== undefined) seen.delete(oldest);
    await next();
  });
}
