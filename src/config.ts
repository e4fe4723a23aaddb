/** The only reader of process.env. */
import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { locales } from './content/locale.js';

const port = z.coerce.number().int().min(0).max(65_535);

const schema = z.object({
  WEB_HOST: z.string().min(1).default('127.0.0.1'),
  /** 0 takes any free port; `off` serves no room. */
  WEB_PORT: z
    .union([z.literal('off'), port], { error: 'a port from 0 to 65535, or off' })
    .default(3000),
  DATA_DIR: z.string().min(1).default('./data'),
  TFJS_BACKEND: z.enum(['auto', 'node', 'cpu', 'wasm']).default('auto'),
  WORKER_THREADS: z.coerce.number().int().min(1).max(256).default(availableParallelism()),
  DEFAULT_LOCALE: z.enum(locales).default('en'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export interface Config {
  /** Undefined: no room. */
  readonly web: { readonly host: string; readonly port: number } | undefined;
  readonly dataDir: string;
  readonly backend: 'auto' | 'node' | 'cpu' | 'wasm';
  readonly workerThreads: number;
  readonly defaultLocale: (typeof locales)[number];
  readonly logLevel: string;
}

/** Every fault of the environment at once, one a line, naming variable, value and what is allowed. */
export class ConfigError extends Error {}

/** @throws ConfigError naming every variable that cannot be used. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  // An empty variable is how shells and compose files say "not set".
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return `${name}=${given[name] ?? ''}: ${issue.message}`;
    });
    throw new ConfigError(faults.join('\n'));
  }
  const { data } = parsed;
  return {
    web: data.WEB_PORT === 'off' ? undefined : { host: data.WEB_HOST, port: data.WEB_PORT },
    dataDir: data.DATA_DIR,
    backend: data.TFJS_BACKEND,
    workerThreads: data.WORKER_THREADS,
    defaultLocale: data.DEFAULT_LOCALE,
    logLevel: data.LOG_LEVEL,
  };
}
