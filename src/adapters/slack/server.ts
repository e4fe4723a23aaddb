/** The workspace that somebody asks in, which decides some things for itself. */
import type { Server } from '../../chat/port.js';
import { UserError } from '../../errors.js';
import { persistently } from './calls.js';
import { slackError } from './errors.js';
import type { Inbound } from './inbound.js';
import { homeOf, isDirect, type SlackPlace } from './keys.js';
import type { Person } from './people.js';

/** Messages to the bot alone belong to the workspace, too, but to no channel of it. */
export function serverOf(
  where: SlackPlace,
  { isAdmin }: Person,
  { team, client, closing }: Pick<Inbound, 'team' | 'client' | 'closing'>,
): Server {
  return {
    id: homeOf(team.id),
    manages: isAdmin,
    channelId: isDirect(where) ? undefined : where.channel,
    strangers: async (ids) => {
      const known = await Promise.all(ids.map((id) => isChannel(id, { client, closing })));
      return ids.filter((_, index) => !known[index]);
    },
  };
}

/** @throws UserError without the scopes that it takes to look */
async function isChannel(
  id: string,
  { client, closing }: Pick<Inbound, 'client' | 'closing'>,
): Promise<boolean> {
  try {
    const { channel } = await persistently(
      () => client.conversations.info({ channel: id }),
      closing,
    );
    return channel?.is_im !== true && channel?.is_mpim !== true && channel?.is_archived !== true;
  } catch (error) {
    const code = slackError(error);
    if (code === 'channel_not_found') return false;
    if (code === 'missing_scope') throw new UserError('slack.cannotSeeChannels');
    throw error;
  }
}
