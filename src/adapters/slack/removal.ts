/** The workspace takes the app out. */
import type { App } from '@slack/bolt';
import type { Homes } from '../../chat/port.js';
import { isHome } from './keys.js';
import type { SlackLog } from './log.js';

export function onRemoval(app: App, homes: Homes, home: string): void {
  app.event('app_uninstalled', async () => {
    await homes.left(home);
  });
  app.event('tokens_revoked', async ({ event }) => {
    // Tokens of people are none of ours; a bot's is revoked with the app.
    if ((event.tokens.bot ?? []).length > 0) await homes.left(home);
  });
}

/**
 * It did so while the program was down, as the token tells that is good for nothing now: it does not tell
 * of which workspace, and is the only one there is. Never rejects.
 */
export async function noteRemoval(homes: Homes, log: SlackLog): Promise<void> {
  try {
    await homes.present([], isHome);
  } catch (err) {
    log.error({ err }, 'Slack: it could not be kept that the workspace took the app out');
  }
}
