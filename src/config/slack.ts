/** Slack's configuration: one workspace with a bot token, or every workspace that installs the app. */
import { z } from 'zod';
import { apiUrl, port, type Fault } from './values.js';

export interface SlackConfig {
  readonly botToken: string;
  readonly apiUrl: string;
  /** How Slack reaches us: a connection that we open, or requests to our own port. */
  readonly mode:
    | { readonly kind: 'socket'; readonly appToken: string }
    | { readonly kind: 'http'; readonly signingSecret: string; readonly port: number };
}

/** Slack for every workspace that installs the app itself (OAuth); always over HTTP. */
export interface SlackAppConfig {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly signingSecret: string;
  /** 32-byte keys for stored tokens: the first one encrypts, all of them decrypt. */
  readonly tokenKeys: readonly Uint8Array[];
  readonly apiUrl: string;
  readonly port: number;
  /** The public address of that port: `https://tutor.example.org`. */
  readonly publicUrl: string | undefined;
}

/** Tokens' prefixes reveal a mix-up at once. */
const slackToken = (prefix: string) =>
  z.string().startsWith(prefix, { error: `it should begin with ${prefix}` });

/** 32 bytes in hex or base64, as `openssl rand -hex 32` and `openssl rand -base64 32` write them. */
const keyShape = /^(?:[\da-f]{64}|[\w+/-]{43}=?)$/i;

const keyList = z
  .string()
  .transform((given) => given.split(',').map((key) => key.trim()))
  .refine((keys) => keys.every((key) => keyShape.test(key)), {
    error:
      'keys of 32 bytes in base64 or hex, separated by commas; `openssl rand -base64 32` makes one',
  });

const PUBLIC_URL =
  'an address that begins with https:// and has no path: https://tutor.example.org';

/** The public address of SLACK_PORT; tokens are never requested over plain http. */
const publicUrl = z
  .string()
  .refine((given) => URL.canParse(given) && isPublicUrl(new URL(given)), { error: PUBLIC_URL })
  .transform((given) => new URL(given).origin);

/** A bare origin; without TLS only for localhost. */
function isPublicUrl({ protocol, hostname, pathname, search, hash }: URL): boolean {
  const isLocal = protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return (protocol === 'https:' || isLocal) && pathname + search + hash === '/';
}

export const slackVariables = {
  SLACK_BOT_TOKEN: slackToken('xoxb-').optional(),
  SLACK_APP_TOKEN: slackToken('xapp-').optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_PORT: port.default(3001),
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  SLACK_TOKEN_KEY: keyList.optional(),
  SLACK_PUBLIC_URL: publicUrl.optional(),
  SLACK_API_URL: apiUrl.default('https://slack.com/api/'),
};

type SlackEnvironment = z.infer<z.ZodObject<typeof slackVariables>>;

export function slackFaults(env: SlackEnvironment): Fault[] {
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret } = env;
  const faults: Fault[] = [];
  if (bot !== undefined && app === undefined && secret === undefined) {
    faults.push([
      'SLACK_BOT_TOKEN',
      'it also needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP)',
    ]);
  }
  if (bot === undefined && app !== undefined) {
    faults.push(['SLACK_APP_TOKEN', 'it also needs SLACK_BOT_TOKEN']);
  }
  const { SLACK_CLIENT_ID: clientId } = env;
  if (bot === undefined && clientId === undefined && secret !== undefined) {
    const either = 'SLACK_BOT_TOKEN, or SLACK_CLIENT_ID for many workspaces';
    faults.push(['SLACK_SIGNING_SECRET', `it also needs ${either}`]);
  }
  for (const name of ['SLACK_CLIENT_SECRET', 'SLACK_TOKEN_KEY', 'SLACK_PUBLIC_URL'] as const) {
    if (clientId === undefined && env[name] !== undefined) {
      faults.push([name, 'it also needs SLACK_CLIENT_ID']);
    }
  }
  for (const name of ['SLACK_CLIENT_SECRET', 'SLACK_SIGNING_SECRET', 'SLACK_TOKEN_KEY'] as const) {
    // With a bot token it is unused, and a warning says so.
    if (clientId !== undefined && bot === undefined && env[name] === undefined) {
      faults.push(['SLACK_CLIENT_ID', `it also needs ${name}`]);
    }
  }
  return faults;
}

/** With both an app token and a signing secret, Socket Mode is used. */
export function slackConfig(env: SlackEnvironment): SlackConfig | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken } = env;
  const { SLACK_SIGNING_SECRET: signingSecret, SLACK_PORT, SLACK_API_URL } = env;
  if (botToken === undefined) return undefined;
  const bot = { botToken, apiUrl: SLACK_API_URL };
  if (appToken !== undefined) return { ...bot, mode: { kind: 'socket', appToken } };
  if (signingSecret === undefined) return undefined;
  return { ...bot, mode: { kind: 'http', signingSecret, port: SLACK_PORT } };
}

/** A bot token takes precedence. Anything else missing has been reported as an error. */
export function slackAppConfig(env: SlackEnvironment): SlackAppConfig | undefined {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = env;
  const { SLACK_SIGNING_SECRET: signingSecret, SLACK_TOKEN_KEY: keys } = env;
  if (env.SLACK_BOT_TOKEN !== undefined || clientId === undefined) return undefined;
  if (clientSecret === undefined || signingSecret === undefined || !keys) return undefined;
  return {
    ...{ clientId, clientSecret, signingSecret },
    tokenKeys: keys.map((key) => Buffer.from(key, key.length === 64 ? 'hex' : 'base64')),
    apiUrl: env.SLACK_API_URL,
    port: env.SLACK_PORT,
    publicUrl: env.SLACK_PUBLIC_URL,
  };
}

export function slackNotes(env: SlackEnvironment): readonly string[] {
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret } = env;
  const notes: string[] = [];
  if (app !== undefined && secret !== undefined) {
    notes.push(
      'SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both set: Socket Mode is used, and nothing ' +
        'listens on SLACK_PORT. For HTTP, leave SLACK_APP_TOKEN out.',
    );
  }
  if (bot === undefined && env.SLACK_CLIENT_ID !== undefined && !env.SLACK_PUBLIC_URL) {
    notes.push(
      'SLACK_PUBLIC_URL is not set: where the app has to be installed again, people are told an address ' +
        'that only this machine knows. Set it to where browsers reach SLACK_PORT.',
    );
  }
  if (bot !== undefined && env.SLACK_CLIENT_ID !== undefined) {
    notes.push(
      'SLACK_BOT_TOKEN and SLACK_CLIENT_ID are both set: the one workspace of the token is served, ' +
        'and nobody can install the app. For many workspaces, leave SLACK_BOT_TOKEN out.',
    );
  }
  return notes;
}
