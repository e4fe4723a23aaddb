/** The workspace that somebody asks in, for its own settings. */
import type { Server } from '../../chat/port.js';
import { UserError } from '../../errors.js';
import { persistently } from './calls.js';
import { slackError } from './errors.js';
import type { Inbound } from './inbound.js';
import { homeOf, isDirect, type SlackPlace } from './keys.js';
import type { Person } from './people.js';

/** Direct messages belong to the workspace, too, but to none of its channels. */
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

/** @throws UserError without the scopes needed to look channels up */
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
