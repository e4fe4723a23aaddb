/** The only reader of process.env. */
import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { locales } from './content/locale.js';
import { readSecretFiles } from './secret-files.js';

const MOST = Number.MAX_SAFE_INTEGER;

/** A number, and in words what is allowed: zod would speak of NaN to whoever wrote `abc`. */
function wholeNumber(min: number, max: number, error: string) {
  // Not coerced: blanks would be 0.
  return z
    .string({ error })
    .trim()
    .regex(/^\d+$/, { error })
    .transform(Number)
    .pipe(z.number().min(min, { error }).max(max, { error }));
}

const port = wholeNumber(0, 65_535, 'a port from 0 to 65535');

const portOrOff = z.union([z.literal('off'), port], { error: 'a port from 0 to 65535, or off' });

/** Tokens have shapes that tell a mix-up at once. */
const slackToken = (prefix: string) =>
  z.string().startsWith(prefix, { error: `it should begin with ${prefix}` });

const PUBLIC_URL =
  'an address that begins with https:// and has no path: https://tutor.example.org';

const REDIS_ADDRESS = 'an address that begins with redis:// or rediss://';

/** Slashes at the end are how the contract writes some addresses; discord.js wants none. */
const apiUrl = z.url({ protocol: /^https?$/, error: 'an address that begins with http(s)://' });

/** `0-3`, `4-` (all from 4 on) or `2`, counted from 0. */
const shardRange = z
  .string()
  .trim()
  .regex(/^\d{1,4}(-\d{0,4})?$/, {
    error: 'the first and the last shard, counted from 0, as 0-3; or 4- for all from 4 on',
  })
  .transform((given): ShardRange => {
    const [first = '', last] = given.split('-');
    if (last === undefined) return { first: Number(first), last: Number(first) };
    return last === '' ? { first: Number(first) } : { first: Number(first), last: Number(last) };
  });

function isDecodable(address: string): boolean {
  return !/%(?![\da-f]{2})/i.test(address);
}

/** Where browsers reach what listens on SLACK_PORT; a token is never asked for over plain http. */
const publicUrl = z
  .string()
  .refine((given) => URL.canParse(given) && isPublicUrl(new URL(given)), { error: PUBLIC_URL })
  .transform((given) => new URL(given).origin);

/** 32 bytes in hex or base64, as `openssl rand -hex 32` and `openssl rand -base64 32` write them. */
const keyShape = /^(?:[\da-f]{64}|[\w+/-]{43}=?)$/i;

const keyList = z
  .string()
  .transform((given) => given.split(',').map((key) => key.trim()))
  .refine((keys) => keys.every((key) => keyShape.test(key)), {
    error:
      'keys of 32 bytes in base64 or hex, divided by commas; `openssl rand -base64 32` makes one',
  });

const schema = z
  .object({
    DISCORD_TOKEN: z.string().optional(),
    DISCORD_API_URL: apiUrl.default('https://discord.com/api'),
    /** Of all fronts together; Discord asks for more than one from 2,500 servers on. */
    SHARDS: z
      .union([z.literal('auto'), wholeNumber(1, 1_024, 'a number from 1 to 1024')], {
        error: 'a number from 1 to 1024, or auto',
      })
      .optional(),
    SHARD_RANGE: shardRange.optional(),
    DISCORD_PUBLIC_KEY: z
      .string()
      .trim()
      .regex(/^[\da-f]{64}$/i, { error: 'the 64 hexadecimal digits of the developer portal' })
      .optional(),
    DISCORD_PORT: port.default(3002),
    SLACK_BOT_TOKEN: slackToken('xoxb-').optional(),
    SLACK_APP_TOKEN: slackToken('xapp-').optional(),
    SLACK_SIGNING_SECRET: z.string().optional(),
    SLACK_PORT: port.default(3001),
    SLACK_CLIENT_ID: z.string().optional(),
    SLACK_CLIENT_SECRET: z.string().optional(),
    SLACK_TOKEN_KEY: keyList.optional(),
    SLACK_PUBLIC_URL: publicUrl.optional(),
    SLACK_API_URL: apiUrl.default('https://slack.com/api/'),
    LLM_URL: apiUrl.optional(),
    LLM_MODEL: z.string().optional(),
    LLM_API_KEY: z.string().optional(),
    WEB_HOST: z.string().min(1).default('127.0.0.1'),
    /** 0 takes any free port; `off` serves no room. */
    WEB_PORT: portOrOff.default(3000),
    PROBE_HOST: z.string().min(1).default('127.0.0.1'),
    HEALTH_PORT: portOrOff.default('off'),
    METRICS_PORT: portOrOff.default('off'),
    DATA_DIR: z.string().min(1).default('./data'),
    /** Runs and uploads are kept so long; 0 for ever. */
    KEEP_DAYS: wholeNumber(0, 36_500, 'a number of days up to 36500, or 0 for ever').default(180),
    /** What the database and the uploads may take together; 0 for as much as there is. */
    DATA_DIR_MAX_MB: wholeNumber(0, MOST, 'a number of megabytes, or 0 for no limit').default(
      2_000,
    ),
    TFJS_BACKEND: z.enum(['auto', 'node', 'cpu', 'wasm']).default('auto'),
    WORKER_THREADS: wholeNumber(1, 256, 'a number from 1 to 256').default(availableParallelism()),
    MAX_RUNS: wholeNumber(1, MOST, 'a number of runs, 1 or more').optional(),
    REDIS_URL: z
      .url({ protocol: /^rediss?$/, error: REDIS_ADDRESS })
      .regex(/^rediss?:\/\/(?:[^/]*@)?[^/@:]/i, { error: REDIS_ADDRESS })
      .refine(isDecodable, { error: 'a % that stands for itself is written %25 in an address' })
      .optional(),
    FRONT: z
      .string()
      .regex(/^[a-z0-9-]{1,32}$/, { error: 'up to 32 small letters (a to z), digits and hyphens' })
      .default('front'),
    DEFAULT_LOCALE: z.enum(locales).default('en'),
    LOG_LEVEL: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
      .default('info'),
  })
  .superRefine((env, context) => {
    const fault = (name: string, message: string): void => {
      context.addIssue({ code: 'custom', path: [name], message });
    };
    const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret } = env;
    if (bot !== undefined && app === undefined && secret === undefined) {
      fault(
        'SLACK_BOT_TOKEN',
        'it also needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP)',
      );
    }
    if (bot === undefined && app !== undefined)
      fault('SLACK_APP_TOKEN', 'it also needs SLACK_BOT_TOKEN');
    const { SLACK_CLIENT_ID: clientId } = env;
    if (bot === undefined && clientId === undefined && secret !== undefined) {
      const either = 'SLACK_BOT_TOKEN, or SLACK_CLIENT_ID for many workspaces';
      fault('SLACK_SIGNING_SECRET', `it also needs ${either}`);
    }
    for (const name of ['SLACK_CLIENT_SECRET', 'SLACK_TOKEN_KEY', 'SLACK_PUBLIC_URL'] as const) {
      if (clientId === undefined && env[name] !== undefined) {
        fault(name, 'it also needs SLACK_CLIENT_ID');
      }
    }
    for (const name of [
      'SLACK_CLIENT_SECRET',
      'SLACK_SIGNING_SECRET',
      'SLACK_TOKEN_KEY',
    ] as const) {
      // With a bot's token it is not used, and said so.
      if (clientId !== undefined && bot === undefined && env[name] === undefined) {
        fault('SLACK_CLIENT_ID', `it also needs ${name}`);
      }
    }
    for (const [name, message] of shardFaults(env)) fault(name, message);
    const { LLM_URL: url, LLM_MODEL: model, LLM_API_KEY: key } = env;
    if (url !== undefined && model === undefined) fault('LLM_URL', 'it also needs LLM_MODEL');
    if (url === undefined && model !== undefined) fault('LLM_MODEL', 'it also needs LLM_URL');
    if (url === undefined && key !== undefined) fault('LLM_API_KEY', 'it also needs LLM_URL');
  });

/** Shards that one front can take: each is a process. */
const MAX_OWN_SHARDS = 64;

function shardFaults(env: {
  readonly DISCORD_TOKEN?: string | undefined;
  readonly DISCORD_PUBLIC_KEY?: string | undefined;
  readonly SHARDS?: number | 'auto' | undefined;
  readonly SHARD_RANGE?: ShardRange | undefined;
}): (readonly [name: string, fault: string])[] {
  const { SHARDS: shards, SHARD_RANGE: range, DISCORD_PUBLIC_KEY: publicKey } = env;
  const faults: (readonly [string, string])[] = [];
  if (publicKey !== undefined && env.DISCORD_TOKEN === undefined) {
    faults.push(['DISCORD_PUBLIC_KEY', 'it also needs DISCORD_TOKEN']);
  }
  const number = typeof shards === 'number' ? shards : undefined;
  if (range !== undefined) {
    const { first, last } = range;
    if (publicKey !== undefined) {
      faults.push(['SHARD_RANGE', 'with DISCORD_PUBLIC_KEY there are no shards: leave one out']);
    } else if (shards === undefined) {
      faults.push(['SHARD_RANGE', 'it also needs SHARDS, the same for all fronts']);
    } else if (last !== undefined && last < first) {
      faults.push(['SHARD_RANGE', 'its first shard comes after its last one']);
    } else if (number !== undefined && Math.max(first, last ?? first) >= number) {
      const most = number - 1;
      faults.push(['SHARD_RANGE', `SHARDS=${number} are counted from 0 to ${most}`]);
    }
  }
  const first = range?.first ?? 0;
  const last = range?.last ?? (number ?? 1) - 1;
  if (faults.length === 0 && last - first >= MAX_OWN_SHARDS) {
    const name = range === undefined ? 'SHARDS' : 'SHARD_RANGE';
    const message = `one front takes ${MAX_OWN_SHARDS} shards at most; share them out with SHARD_RANGE`;
    faults.push([name, message]);
  }
  return faults;
}

/** Every variable that the program reads; those of `secrets` also as `…_FILE`. */
export const variables: readonly string[] = Object.keys(schema.shape);

/** Never said back: whoever reads a log is not to learn them. */
export const secrets: readonly string[] = [
  'DISCORD_TOKEN',
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_CLIENT_SECRET',
  'SLACK_TOKEN_KEY',
  'LLM_API_KEY',
  // It may hold a password.
  'REDIS_URL',
];

export interface DiscordConfig {
  readonly token: string;
  /** Without version: `https://discord.com/api`. */
  readonly apiUrl: string;
  /** Of all fronts together. `auto`: as many as Discord recommends. */
  readonly shards: number | 'auto';
  /** Those that this front listens to; all if not given. */
  readonly range?: ShardRange;
  /** Interactions come by requests to a port of ours, and no gateway is opened. */
  readonly http?: { readonly publicKey: string; readonly port: number };
}

/** Of shards, counted from 0. */
export interface ShardRange {
  readonly first: number;
  /** Left out: to the last one that there is. */
  readonly last?: number;
}

/** Where something is listened for. */
export interface Address {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
}

export interface SlackConfig {
  readonly botToken: string;
  readonly apiUrl: string;
  /** How Slack reaches us: through a connection that we open, or by requests to a port of ours. */
  readonly mode:
    | { readonly kind: 'socket'; readonly appToken: string }
    | { readonly kind: 'http'; readonly signingSecret: string; readonly port: number };
}

/** Slack for every workspace that installs the app by itself (OAuth); always over HTTP. */
export interface SlackAppConfig {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly signingSecret: string;
  /** Of 32 bytes each, for what is kept of tokens: the first seals, all open. */
  readonly tokenKeys: readonly Uint8Array[];
  readonly apiUrl: string;
  readonly port: number;
  /** Where browsers reach that port: `https://tutor.example.org`. */
  readonly publicUrl: string | undefined;
}

/** A model that is asked where the tutor is not sure, on a server that speaks OpenAI's chat completions. */
export interface LlmConfig {
  /** Without `/chat/completions`: `http://127.0.0.1:11434/v1`. */
  readonly url: string;
  readonly model: string;
  /** Servers of one's own mostly want none. */
  readonly apiKey?: string | undefined;
}

/** Worker hosts that train, and the Redis where they and the fronts meet. */
export interface FleetConfig {
  /** `redis://` or `rediss://`; a secret, as it may hold a password. */
  readonly redisUrl: string;
  /** Of this front, among those that meet there. */
  readonly front: string;
}

export interface Config {
  /** Undefined: no Discord. */
  readonly discord: DiscordConfig | undefined;
  /** Undefined: no Slack. */
  readonly slack: SlackConfig | undefined;
  /** Undefined: nobody can install the app by themselves. Never beside `slack`. */
  readonly slackApp: SlackAppConfig | undefined;
  /** Undefined: no room. */
  readonly web: Address | undefined;
  /** Undefined: health is told on the room's port only. */
  readonly health: Address | undefined;
  /** Undefined: nothing is measured. */
  readonly metrics: Address | undefined;
  /** Undefined: nobody is asked for a second opinion. */
  readonly llm: LlmConfig | undefined;
  /** Undefined: this process trains with threads of its own. */
  readonly fleet: FleetConfig | undefined;
  readonly dataDir: string;
  /** Runs and uploads are kept for so many days; 0 for ever. */
  readonly keepDays: number;
  /** What the database and the uploads may take together; 0 for as much as there is. */
  readonly dataDirMaxBytes: number;
  readonly backend: 'auto' | 'node' | 'cpu' | 'wasm';
  readonly workerThreads: number;
  /** Runs that go on at once; further ones queue. */
  readonly maxRuns: number;
  readonly defaultLocale: (typeof locales)[number];
  readonly logLevel: string;
  /** All secrets there are, for the log to hide. */
  readonly secretValues: readonly string[];
  /** How something was understood that could mean two things; a line each, for the log. */
  readonly notes: readonly string[];
}

/** Every fault of the environment at once, one a line, naming variable, value and what is allowed. */
export class ConfigError extends Error {}

/** @throws ConfigError naming every variable that cannot be used. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  // An empty variable is how shells and compose files say "not set".
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const { env: given, faults: unread } = readSecretFiles(set, secrets);
  if (unread.length > 0) throw new ConfigError(unread.join('\n'));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      const value = secrets.includes(name) ? '' : `=${given[name] ?? ''}`;
      return `${name}${value}: ${issue.message}`;
    });
    throw new ConfigError(faults.join('\n'));
  }
  const { data } = parsed;
  return {
    discord: discordConfig(data),
    slack: slackConfig(data),
    slackApp: slackAppConfig(data),
    web: address(data.WEB_HOST, data.WEB_PORT),
    health: address(data.PROBE_HOST, data.HEALTH_PORT),
    metrics: address(data.PROBE_HOST, data.METRICS_PORT),
    llm: llmConfig(data),
    fleet:
      data.REDIS_URL === undefined ? undefined : { redisUrl: data.REDIS_URL, front: data.FRONT },
    dataDir: data.DATA_DIR,
    keepDays: data.KEEP_DAYS,
    dataDirMaxBytes: data.DATA_DIR_MAX_MB * 1_000_000,
    backend: data.TFJS_BACKEND,
    workerThreads: data.WORKER_THREADS,
    // Of a fleet's threads nothing is known yet, and there may be many.
    maxRuns: data.MAX_RUNS ?? defaultMaxRuns(data.REDIS_URL ? Infinity : data.WORKER_THREADS),
    defaultLocale: data.DEFAULT_LOCALE,
    logLevel: data.LOG_LEVEL,
    secretValues: secrets.flatMap((name) => secretsIn(name, given[name])),
    notes: notesOn(data),
  };
}

/**
 * What the log is to hide: of an address the password alone, as the rest says which Redis it is about; of a
 * list of keys each by itself, too.
 */
function secretsIn(name: string, given: string | undefined): readonly string[] {
  if (given === undefined) return [];
  if (name !== 'REDIS_URL') return [given, ...given.split(',').map((one) => one.trim())];
  const password = decodeURIComponent(new URL(given).password);
  return password === '' ? [] : [password];
}

function notesOn(env: Environment): string[] {
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret } = env;
  const notes: string[] = [];
  if (app !== undefined && secret !== undefined) {
    notes.push(
      'SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both set: Socket Mode is used, and nothing ' +
        'listens on SLACK_PORT. For HTTP, leave SLACK_APP_TOKEN out.',
    );
  }
  if (env.DISCORD_PUBLIC_KEY !== undefined) {
    notes.push(
      'DISCORD_PUBLIC_KEY is set: Discord is heard over HTTP, and DISCORD_TOKEN opens no gateway. ' +
        'Commands, buttons and menus work; mentions and direct messages are not heard. For the ' +
        'gateway, leave DISCORD_PUBLIC_KEY out.',
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

/**
 * As many runs as still look live, so that a queue is seen only where epochs would come late for all.
 * What a run costs (the lesson, watched in the room with a page open for each):
 * - its training and showing together: a core is to carry 60 of them, which `npm run bench` measures;
 * - of that on the one main thread: about 1 ms for each of its 2 edits a second, so that 200 take
 *   0.4 s of every second and leave the rest for pages and answers;
 * - memory: 7 kB for its 20 epochs (104 kB for 500), so 200 weigh little.
 * A class of a hundred is within it from two cores on.
 */
function defaultMaxRuns(workerThreads: number): number {
  return Math.min(60 * workerThreads, 200);
}

type Environment = z.infer<typeof schema>;

function address(host: string, port: number | 'off'): Address | undefined {
  return port === 'off' ? undefined : { host, port };
}

function discordConfig(env: Environment): DiscordConfig | undefined {
  const { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl, SHARD_RANGE: range } = env;
  const { SHARDS: shards = 'auto', DISCORD_PUBLIC_KEY: publicKey, DISCORD_PORT } = env;
  if (token === undefined) return undefined;
  return {
    ...{ token, apiUrl: apiUrl.replace(/\/+$/, ''), shards },
    ...(range && { range }),
    ...(publicKey !== undefined && { http: { publicKey, port: DISCORD_PORT } }),
  };
}

/** With both an app token and a signing secret, Slack comes through Socket Mode. */
function slackConfig(env: Environment): SlackConfig | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken } = env;
  const { SLACK_SIGNING_SECRET: signingSecret, SLACK_PORT, SLACK_API_URL: apiUrl } = env;
  if (botToken === undefined) return undefined;
  if (appToken !== undefined) return { botToken, apiUrl, mode: { kind: 'socket', appToken } };
  if (signingSecret === undefined) return undefined;
  return { botToken, apiUrl, mode: { kind: 'http', signingSecret, port: SLACK_PORT } };
}

/** A bot's token goes before it. Whatever else is missing was a fault. */
function slackAppConfig(env: Environment): SlackAppConfig | undefined {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = env;
  const { SLACK_SIGNING_SECRET: signingSecret, SLACK_TOKEN_KEY: keys } = env;
  const { SLACK_PORT, SLACK_API_URL: apiUrl, SLACK_PUBLIC_URL: publicUrl } = env;
  if (env.SLACK_BOT_TOKEN !== undefined || clientId === undefined) return undefined;
  if (clientSecret === undefined || signingSecret === undefined || !keys) return undefined;
  const tokenKeys = keys.map((key) => Buffer.from(key, key.length === 64 ? 'hex' : 'base64'));
  return { clientId, clientSecret, signingSecret, tokenKeys, apiUrl, port: SLACK_PORT, publicUrl };
}

/** A bare origin; without TLS only for whoever sits at this machine. */
function isPublicUrl({ protocol, hostname, pathname, search, hash }: URL): boolean {
  const isLocal = protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return (protocol === 'https:' || isLocal) && pathname + search + hash === '/';
}

function llmConfig(env: Environment): LlmConfig | undefined {
  const { LLM_URL: url, LLM_MODEL: model, LLM_API_KEY: apiKey } = env;
  if (url === undefined || model === undefined) return undefined;
  return { url: url.replace(/\/+$/, ''), model, apiKey };
}
