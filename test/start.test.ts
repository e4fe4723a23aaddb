/** What the built program loads before anybody asks anything, in all its threads, without any token. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBuilt } from './support/built-program.js';

const scratch = mkdtempSync(join(tmpdir(), 'start-'));
let loaded: ReadonlySet<string>;

/** At exit Node reports every script that ran as coverage, whether an ES module or CommonJS. */
beforeAll(async () => {
  const reports = join(scratch, 'scripts');
  const program = await startBuilt(join(scratch, 'data'), 0, {
    NODE_V8_COVERAGE: reports,
    // An empty variable counts as not set.
    ...{ DISCORD_TOKEN: '', SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: '' },
    ...{ LLM_URL: '', LLM_MODEL: '', LLM_API_KEY: '', REDIS_URL: '' },
  });
  await program.end();
  const urls = readdirSync(reports).flatMap((file) => {
    const report = JSON.parse(readFileSync(join(reports, file), 'utf8')) as {
      readonly result: readonly { readonly url: string }[];
    };
    return report.result.map(({ url }) => url);
  });
  loaded = new Set(urls.flatMap((url) => packageOf(url) ?? []));
});
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

/** The innermost one, as packages can be nested. */
function packageOf(url: string): string | undefined {
  return /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1];
}

test('what serves the room is loaded, so the check would notice other modules', () => {
  expect([...loaded]).toEqual(expect.arrayContaining(['hono', 'libsql', 'pino', 'piscina']));
});

test.each([
  ['the platforms’ SDKs', /^(?:discord\.js|@discordjs\/.*|@slack\/.*)$/],
  ['readers of content files', /^(?:yaml|mdast-.*|micromark.*)$/],
  ['a language model’s client', /^openai$/],
  ['what reaches a fleet of workers', /^(?:bullmq|ioredis)$/],
  ['what measures', /^(?:prom-client|tdigest|@opentelemetry\/.*)$/],
  ['TensorFlow', /^@tensorflow$|^@tensorflow\//],
  ['what draws charts', /^(?:chart\.js|@napi-rs\/.*)$/],
  ['what makes a log readable at a terminal', /^pino-pretty$/],
])('not loaded: %s', (_what, packages) => {
  expect([...loaded].filter((name) => packages.test(name))).toEqual([]);
});
