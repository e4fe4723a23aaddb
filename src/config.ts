/** The only reader of process.env. */
import { availableParallelism } from 'node:os';
import { z } from 'zod';
import {
  discordConfig,
  discordFaults,
  discordNotes,
  discordVariables,
  type DiscordConfig,
} from './config/discord.js';
import { llmConfig, llmFaults, llmVariables, type LlmConfig } from './config/llm.js';
import { secrets, secretsIn } from './config/secrets.js';
import {
  slackAppConfig,
  slackConfig,
  slackFaults,
  slackNotes,
  slackVariables,
  type SlackAppConfig,
  type SlackConfig,
} from './config/slack.js';
import { portOrOff, wholeNumber } from './config/values.js';
import { locales } from './content/locale.js';
import { readSecretFiles } from './secret-files.js';

const MOST = Number.MAX_SAFE_INTEGER;

const REDIS_ADDRESS = 'an address that begins with redis:// or rediss://';

function isDecodable(address: string): boolean {
  try {
    decodeURIComponent(address);
    return true;
  } catch {
    return false;
  }
}

const schema = z
  .object({
    ...discordVariables,
    ...slackVariables,
    ...llmVariables,
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
      .regex(/^[a-z0-9-]{1,32}$/, {
        error: 'up to 32 lowercase letters (a to z), digits and hyphens',
      })
      .default('front'),
    DEFAULT_LOCALE: z.enum(locales).default('en'),
    LOG_LEVEL: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
      .default('info'),
  })
  .superRefine((env, context) => {
    const faults = [...slackFaults(env), ...discordFaults(env), ...llmFaults(env)];
    for (const [name, message] of faults) {
      context.addIssue({ code: 'custom', path: [name], message });
    }
  });

/** Every variable that the program reads; those of `secrets` also as `…_FILE`. */
export const variables: readonly string[] = Object.keys(schema.shape);

/** Where something is listened for. */
export interface Address {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
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
    notes: [...discordNotes(data), ...slackNotes(data)],
  };
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

function address(host: string, port: number | 'off'): Address | undefined {
  return port === 'off' ? undefined : { host, port };
}
