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

/** Slashes at the end are how the contract writes some addresses; discord.js wants none. */
const apiUrl = z.url({ protocol: /^https?$/, error: 'an address that begins with http(s)://' });

function isDecodable(address: string): boolean {
  return !/%(?![\da-f]{2})/i.test(address);
}

const schema = z
  .object({
    DISCORD_TOKEN: z.string().optional(),
    DISCORD_API_URL: apiUrl.default('https://discord.com/api'),
    /** Processes that share Discord's connections; Discord asks for more than one from 2,500 servers on. */
    SHARDS: z
      .union([z.literal('auto'), wholeNumber(1, 64, 'a number from 1 to 64')], {
        error: 'a number from 1 to 64, or auto',
      })
      .default('auto'),
    SLACK_BOT_TOKEN: slackToken('xoxb-').optional(),
    SLACK_APP_TOKEN: slackToken('xapp-').optional(),
    SLACK_SIGNING_SECRET: z.string().optional(),
    SLACK_PORT: port.default(3001),
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
      .url({ protocol: /^rediss?$/, error: 'an address that begins with redis:// or rediss://' })
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
    if (bot === undefined && secret !== undefined) {
      fault('SLACK_SIGNING_SECRET', 'it also needs SLACK_BOT_TOKEN');
    }
    const { LLM_URL: url, LLM_MODEL: model, LLM_API_KEY: key } = env;
    if (url !== undefined && model === undefined) fault('LLM_URL', 'it also needs LLM_MODEL');
    if (url === undefined && model !== undefined) fault('LLM_MODEL', 'it also needs LLM_URL');
    if (url === undefined && key !== undefined) fault('LLM_API_KEY', 'it also needs LLM_URL');
  });

/** Every variable that the program reads; those of `secrets` also as `…_FILE`. */
export const variables: readonly string[] = Object.keys(schema.shape);

/** Never said back: whoever reads a log is not to learn them. */
export const secrets: readonly string[] = [
  'DISCORD_TOKEN',
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'LLM_API_KEY',
  // It may hold a password.
  'REDIS_URL',
];

export interface DiscordConfig {
  readonly token: string;
  /** Without version: `https://discord.com/api`. */
  readonly apiUrl: string;
  /** `auto`: as many as Discord recommends. */
  readonly shards: number | 'auto';
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
    secretValues: secrets.flatMap((name) => secretIn(name, given[name]) ?? []),
    notes: notesOn(data),
  };
}

/** Of an address the password alone: the rest is for whoever reads which Redis it is about. */
function secretIn(name: string, value: string | undefined): string | undefined {
  return name === 'REDIS_URL' && value
    ? decodeURIComponent(new URL(value).password) || undefined
    : value;
}

function notesOn({ SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret }: Environment): string[] {
  if (app === undefined || secret === undefined) return [];
  return [
    'SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both set: Socket Mode is used, and nothing ' +
      'listens on SLACK_PORT. For HTTP, leave SLACK_APP_TOKEN out.',
  ];
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
  const { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl, SHARDS: shards } = env;
  return token === undefined ? undefined : { token, apiUrl: apiUrl.replace(/\/+$/, ''), shards };
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

function llmConfig(env: Environment): LlmConfig | undefined {
  const { LLM_URL: url, LLM_MODEL: model, LLM_API_KEY: apiKey } = env;
  if (url === undefined || model === undefined) return undefined;
  return { url: url.replace(/\/+$/, ''), model, apiKey };
}
