import { plain } from '../src/content/text.js';
import { defineCommand } from '../src/dispatch/spec.js';
import { UserError } from '../src/errors.js';
import { filmWords } from '../src/render/plane/film-words.js';
import { axesOf } from '../src/render/plane/words.js';
import { MAX_RUN_ID, namedOrNewestRun } from './find-run.js';
import type { Services } from './services.js';

/** How the boundary of a run's network changed, epoch by epoch. The answer is public. */
export const film = defineCommand(
  {
    name: 'film',
    takesTime: true,
    options: { run: { type: 'string', maxLength: MAX_RUN_ID, positional: true, suggests: 'runs' } },
  },
  async ({ run: named }, context, services: Services) => {
    const { t, invocation } = context;
    const run = await namedOrNewestRun(named, context, services);
    if (!run) throw new UserError('error.noRuns');
    const { id, settings } = run.record;
    const { gif, asked, epochs } = await services.film(run, invocation.user.id, t);
    const frames = epochs.length;
    const numbers = { run: id, seed: settings.seed, frames, epochs: run.finished.length };
    const intro = t.text('film.intro', numbers);
    const items = filmWords(asked, epochs, t);
    const alt = [t.plain('film.alt', { ...axesOf(asked.plane), frames }), ...items].join(' ');
    await invocation.reply(
      {
        blocks: [
          { kind: 'text', text: intro },
          { kind: 'list', items: items.map((text) => [{ text }]) },
        ],
        spoken: [plain(intro), ...items].join(' '),
        attachments: [{ name: `${id}-film.gif`, mediaType: 'image/gif', bytes: gif, alt }],
      },
      'everyone',
    );
  },
);
