/**
 * The Home tab (App Home): drawn when somebody opens it, after what they press in it, and when a run that
 * it shows ends. `views.publish` has its own rate limit (Tier 4: 100 a minute), so it delays no edits.
 */
import type { App } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { HomeOf } from '../../chat/home.js';
import { translator } from '../../content/translator.js';
import { slackMessage } from './blocks.js';
import { persistently } from './calls.js';
import { personId, type Inbound, type InboundIn } from './inbound.js';
import { MAX_HOME_BLOCKS } from './limits.js';
import { serverOf } from './server.js';

const openedSchema = z.object({ user: z.string(), channel: z.string(), tab: z.string() });

/** The view's metadata: the app's Messages tab, where buttons answer. */
const memorySchema = z.object({ channel: z.string() });

/** The map is cleared at this size: people who look at theirs open it again. */
const MOST_OPEN = 1_000;

/** @throws ZodError or SyntaxError when it is not one of ours */
export function directMessagesOf(privateMetadata: string): string {
  return memorySchema.parse(JSON.parse(privateMetadata)).channel;
}

export class HomeTab {
  /** How often each person's view was drawn, so that a stale one is not drawn over a newer one. */
  readonly #drawn = new Map<string, number>();

  constructor(
    private readonly homeOf: HomeOf,
    private readonly inbound: Omit<Inbound, 'home'>,
  ) {}

  /** Never rejects: everything else works without it. */
  async draw(userId: string, channel: string): Promise<void> {
    if (this.#drawn.size >= MOST_OPEN) this.#drawn.clear();
    const turn = (this.#drawn.get(userId) ?? 0) + 1;
    this.#drawn.set(userId, turn);
    const { client, log, closing } = this.inbound;
    try {
      const { sections, changes } = await this.homeOf(
        personId(userId, this.inbound.team),
        await this.#translator(userId, channel),
      );
      const blocks = sections
        .flatMap((section, index): KnownBlock[] => [
          ...(index === 0 ? [] : [{ type: 'divider' as const }]),
          ...slackMessage(section).blocks,
        ])
        .slice(0, MAX_HOME_BLOCKS);
      const view = { type: 'home' as const, private_metadata: JSON.stringify({ channel }), blocks };
      await persistently(() => client.views.publish({ user_id: userId, view }), closing);
      const again = (): void => {
        if (!closing.aborted && this.#drawn.get(userId) === turn) void this.draw(userId, channel);
      };
      // A run that we can no longer wait for changes nothing here.
      changes?.then(again, () => undefined);
    } catch (err) {
      log.warn({ err }, 'Slack: a Home tab could not be shown');
    }
  }

  async #translator(userId: string, channel: string) {
    const { people, dispatcher } = this.inbound;
    const person = await people.find(userId);
    const { name, locale, localeIsGuess } = person;
    const user = { id: personId(userId, this.inbound.team), name };
    const server = serverOf({ channel }, person, this.inbound);
    return translator(await dispatcher.localeOf({ user, locale, localeIsGuess, server }), 'slack');
  }
}

export function onHome(app: App, inboundIn: InboundIn): void {
  app.event('app_home_opened', async ({ event, context }) => {
    const { data } = openedSchema.safeParse(event);
    if (data?.tab === 'home') await inboundIn(context).home.draw(data.user, data.channel);
  });
}
