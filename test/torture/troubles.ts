/** Platforms in trouble, until calmed: every request by the program is affected. */
import type { Random } from './random.js';
import type { Stage } from './stage.js';

/** More requests than a program makes in a round. */
const MANY = 300;
/** Slack and Discord may ask for any wait; this is longer than a service manager's. */
const RETRY_AFTER_SECONDS = 60;

type DiscordFault = Parameters<Stage['discord']['trouble']>[2];
type SlackFault = Parameters<Stage['slack']['trouble']>[1];

interface Trouble {
  readonly name: string;
  readonly discord?: DiscordFault;
  readonly slack?: SlackFault;
}

const hanging: Trouble = {
  name: 'hanging',
  discord: { kind: 'silence' },
  slack: { kind: 'late', until: new Promise(() => undefined) },
};

const troubles: readonly Trouble[] = [
  { name: 'healthy' },
  hanging,
  {
    name: 'rate-limiting',
    discord: { kind: 'rate-limit', retryAfterMs: RETRY_AFTER_SECONDS * 1_000 },
    slack: { kind: 'rate-limit', retryAfterSeconds: RETRY_AFTER_SECONDS },
  },
  { name: 'refusing', discord: { kind: 'server-error' }, slack: { kind: 'server-error' } },
  {
    name: 'cutting connections',
    discord: { kind: 'reset' },
    slack: { kind: 'reset' },
  },
];

const slackMethods = [
  ...['chat.update', 'chat.postMessage', 'chat.postEphemeral', 'users.info', 'auth.test'],
  ...['files.getUploadURLExternal', 'files.completeUploadExternal', 'files.info'],
];

/** Each once before any repeats. */
export function troublesInTurn(random: Random): () => Trouble {
  let next: Trouble[] = [];
  return () => {
    if (next.length === 0) next = [...random.shuffled(troubles)];
    return next.shift() ?? hanging;
  };
}

export function begin({ discord, slack }: Stage, trouble: Trouble): void {
  for (let request = 0; request < MANY; request += 1) {
    for (const method of ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']) {
      if (trouble.discord) discord.trouble(method, /./, trouble.discord);
    }
    for (const method of slackMethods) {
      if (trouble.slack) slack.trouble(method, trouble.slack);
    }
  }
}

export function calm({ discord, slack }: Stage): void {
  discord.calm();
  slack.calm();
}
