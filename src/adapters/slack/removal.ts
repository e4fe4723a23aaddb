/** The workspace takes the app out. */
import type { App } from '@slack/bolt';
import type { Homes } from '../../chat/port.js';

export function onRemoval(app: App, homes: Homes, home: string): void {
  app.event('app_uninstalled', async () => {
    await homes.left(home);
  });
  app.event('tokens_revoked', async ({ event }) => {
    // Tokens of people are none of ours; a bot's is revoked with the app.
    if ((event.tokens.bot ?? []).length > 0) await homes.left(home);
  });
}
