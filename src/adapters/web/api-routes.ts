/** What the page asks and says. */
import { zValidator } from '@hono/zod-validator';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { localeFromTag, locales, type Locale } from '../../content/locale.js';
import { translator } from '../../content/translator.js';
import { commandHints } from '../../dispatch/completion.js';
import type { CommandSpec } from '../../dispatch/spec.js';
import type { Bell } from './bell.js';
import { browserLocale } from './browser-locale.js';
import { feed } from './event-feed.js';
import { admit, personOf, rememberName } from './identity.js';
import { labelsIn } from './labels.js';
import { cleanName } from './names.js';
import type { News } from './news.js';
import type { People } from './people.js';
import type { RoomRequests } from './requests.js';
import type { WireCommand, WireWords } from './wire.js';

export interface ApiOptions {
  readonly news: News;
  readonly bell: Bell;
  readonly people: People;
  readonly requests: RoomRequests;
  /** Offered while typing. */
  readonly commands: readonly { readonly spec: CommandSpec }[];
  readonly defaultLocale: Locale;
  readonly heartbeatMs: number;
}

/** In characters: a pasted notebook cell with its output. */
const longestLine = 20_000;
/** Of a JSON body, in bytes: such a line in Korean, with room to spare. */
const maxJsonBytes = 128 * 1024;

const commandSchema = z.object({
  line: z.string().trim().min(1),
  locale: z.enum(locales),
  pressed: z.boolean().optional(),
  file: z.string().max(100).optional(),
}) satisfies z.ZodType<WireCommand>;

const nameSchema = z.object({ name: z.string().max(200) });

const jsonLimit = bodyLimit({
  maxSize: maxJsonBytes,
  onError: (c) => c.json({ problem: 'tooLarge' }, 413),
});

export function apiRoutes(options: ApiOptions): Hono {
  const { people, requests, commands } = options;
  const api = new Hono();

  api.get('/words', (c) => {
    admit(c);
    const locale = localeOf(c, options.defaultLocale);
    const hints = commandHints(commands, translator(locale));
    return c.json({ locale, labels: labelsIn(locale), commands: hints } satisfies WireWords);
  });

  api.get('/events', (c) => {
    const user = personOf(c);
    if (!user) return c.json({ problem: 'unknownPerson' }, 401);
    // A page that had to open the stream anew cannot set the header.
    const lastEventId = c.req.header('last-event-id') ?? c.req.query('after');
    return c.body(feed({ ...options, user, lastEventId }), 200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-cache',
      // Written as it comes, by us and by proxies.
      'Transfer-Encoding': 'chunked',
      'X-Accel-Buffering': 'no',
    });
  });

  api.post('/lines', jsonLimit, zValidator('json', commandSchema), async (c) => {
    const user = personOf(c);
    if (!user) return c.json({ problem: 'unknownPerson' }, 401);
    const { line, locale, pressed = false, file: fileId } = c.req.valid('json');
    if (line.length > longestLine) return c.json({ problem: 'tooLarge' }, 413);
    const isTaken = await requests.take({ user, line, locale, pressed, fileId });
    if (!isTaken) return c.json({ problem: 'fileGone' }, 410);
    return c.body(null, 202);
  });

  api.post('/name', jsonLimit, zValidator('json', nameSchema), (c) => {
    const user = personOf(c);
    if (!user) return c.json({ problem: 'unknownPerson' }, 401);
    const name = cleanName(c.req.valid('json').name);
    if (name === undefined) return c.json({ problem: 'noName' }, 400);
    rememberName(c, name);
    people.rename({ ...user, name });
    return c.json({ name });
  });

  return api;
}

/** The page's own choice, else the browser's. */
function localeOf(c: Context, fallback: Locale): Locale {
  const chosen = c.req.query('locale');
  return chosen === undefined ? browserLocale(c, fallback) : localeFromTag(chosen, fallback);
}
