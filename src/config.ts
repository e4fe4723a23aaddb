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
    /** Retention of runs and uploads; 0 for ever. */
    KEEP_DAYS: wholeNumber(0, 36_500, 'a number of days up to 36500, or 0 for ever').default(180),
    /** Maximum size of the database and uploads together; 0 for no limit. */
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

/** Every variable that the program reads; those in `secrets` also as `…_FILE`. */
export const variables: readonly string[] = Object.keys(schema.shape);

/** An address to listen on. */
export interface Address {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

/** Worker hosts that train, and the Redis that connects them and the fronts. */
export interface FleetConfig {
  /** `redis://` or `rediss://`; a secret, as it may contain a password. */
  readonly redisUrl: string;
  /** This front's name, unique among the fronts. */
  readonly front: string;
}

export interface Config {
  /** Undefined: no Discord. */
  readonly discord: DiscordConfig | undefined;
  /** Undefined: no Slack. */
  readonly slack: SlackConfig | undefined;
  /** Undefined: workspaces cannot install the app themselves. Never together with `slack`. */
  readonly slackApp: SlackAppConfig | undefined;
  /** Undefined: no room. */
  readonly web: Address | undefined;
  /** Undefined: health checks are served only on the room's port. */
  readonly health: Address | undefined;
  /** Undefined: nothing is measured. */
  readonly metrics: Address | undefined;
  /** Undefined: no second opinion. */
  readonly llm: LlmConfig | undefined;
  /** Undefined: this process trains with its own threads. */
  readonly fleet: FleetConfig | undefined;
  readonly dataDir: string;
  /** Retention of runs and uploads, in days; 0 for ever. */
  readonly keepDays: number;
  /** Maximum size of the database and uploads together; 0 for no limit. */
  readonly dataDirMaxBytes: number;
  readonly backend: 'auto' | 'node' | 'cpu' | 'wasm';
  readonly workerThreads: number;
  /** Runs in progress at once; further ones queue. */
  readonly maxRuns: number;
  readonly defaultLocale: (typeof locales)[number];
  readonly logLevel: string;
  /** All secrets, for the log to redact. */
  readonly secretValues: readonly string[];
  /** How ambiguous settings were understood; one line each, for the log. */
  readonly notes: readonly string[];
}

/** Every error in the environment at once, one per line, naming variable, value and what is allowed. */
export class ConfigError extends Error {}

/** @throws ConfigError naming every variable that cannot be used. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  // Shells and compose files use an empty variable for "not set".
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
    // The number of a fleet's threads is not known yet, and may be large.
    maxRuns: data.MAX_RUNS ?? defaultMaxRuns(data.REDIS_URL ? Infinity : data.WORKER_THREADS),
    defaultLocale: data.DEFAULT_LOCALE,
    logLevel: data.LOG_LEVEL,
    secretValues: secrets.flatMap((name) => secretsIn(name, given[name])),
    notes: [...discordNotes(data), ...slackNotes(data)],
  };
}

/**
 * As many runs as still look live, so that people queue only where epochs would be delayed for all.
 * The cost of a run (the lesson, watched in the room with a page open for each):
 * - its training and display together: a core should handle 60 of them, as `npm run bench` measures;
 * - of that on the single main thread: about 1 ms for each of its 2 edits a second, so 200 take
 *   0.4 s per second and leave the rest for pages and answers;
 * - memory: 7 kB for its 20 epochs (104 kB for 500), so 200 take little.
 * A class of a hundred fits from two cores on.
 */
function defaultMaxRuns(workerThreads: number): number {
  return Math.min(60 * workerThreads, 200);
}

function address(host: string, port: number | 'off'): Address | undefined {
  return port === 'off' ? undefined : { host, port };
}
