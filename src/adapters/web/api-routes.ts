/** What the page asks and says. */
import { zValidator } from '@hono/zod-validator';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { IncomingFile, Invocation, User } from '../../chat/port.js';
import { localeFromTag, locales, type Locale } from '../../content/locale.js';
import { translator } from '../../content/translator.js';
import { commandHints } from '../../dispatch/completion.js';
import type { CommandSpec } from '../../dispatch/spec.js';
import type { Bell } from './bell.js';
import { browserLocale } from './browser-locale.js';
import { room, type RoomPort } from './chat-port.js';
import { feed } from './event-feed.js';
import { admit, personOf, rememberName } from './identity.js';
import { labelsIn } from './labels.js';
import { cleanName } from './names.js';
import type { News } from './news.js';
import type { PendingFiles } from './pending-files.js';
import type { People } from './people.js';
import type { WireCommand, WireWords } from './wire.js';

export interface LineDispatcher {
  /** Runs what a person typed or pressed; answers go through the invocation. Never rejects. */
  text(line: string, invocation: Invocation): Promise<void>;
}

export interface ApiOptions {
  readonly port: RoomPort;
  readonly news: News;
  readonly bell: Bell;
  readonly people: People;
  readonly pending: PendingFiles;
  readonly dispatcher: LineDispatcher;
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
  const { port, people, pending, dispatcher, commands } = options;
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
    const file = fileId === undefined ? undefined : pending.take(user.id, fileId);
    if (fileId !== undefined && !file) return c.json({ problem: 'fileGone' }, 410);
    const files = file ? [file] : [];
    if (!pressed) {
      await port.hear(
        user,
        line,
        files.map(({ name }) => name),
      );
    }
    void dispatcher.text(line, invocationOf(port, { user, locale, pressed, files }));
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

interface Asked {
  readonly user: User;
  readonly locale: Locale;
  readonly pressed: boolean;
  readonly files: readonly IncomingFile[];
}

function invocationOf(port: RoomPort, asked: Asked): Invocation {
  return {
    ...asked,
    place: room,
    moderates: false,
    reply: (message, audience) => port.answer(asked.user, message, audience),
  };
}

/** The page's own choice, else the browser's. */
function localeOf(c: Context, fallback: Locale): Locale {
  const chosen = c.req.query('locale');
  return chosen === undefined ? browserLocale(c, fallback) : localeFromTag(chosen, fallback);
}
