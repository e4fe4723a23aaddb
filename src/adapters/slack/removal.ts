/** A workspace removes the app. */
import type { App } from '@slack/bolt';
import type { Homes } from '../../chat/port.js';
import { isHome } from './keys.js';
import type { SlackLog } from './log.js';

/** @param removed called with the workspace's Slack id */
export function onRemoval(app: App, removed: (teamId: string) => Promise<void>): void {
  app.event('app_uninstalled', async ({ context }) => {
    await removed(context.teamId ?? '');
  });
  app.event('tokens_revoked', async ({ event, context }) => {
    // User tokens are not ours; a bot's is revoked with the app.
    if ((event.tokens.bot ?? []).length > 0) await removed(context.teamId ?? '');
  });
}

/**
 * Removed while the program was down: its token is refused now. That does not say which workspace it was, but
 * there is only one. Never rejects.
 */
export async function noteRemoval(homes: Homes, log: SlackLog): Promise<void> {
  try {
    await homes.present([], isHome);
  } catch (err) {
    log.error({ err }, 'Slack: it could not be kept that the workspace took the app out');
  }
}
