import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A room is a folder, or a file at the top of src/. Lists the rooms and packages each may import. */
const arrows: Readonly<Record<string, { rooms: readonly string[]; packages?: readonly string[] }>> =
  {
    commands: {
      rooms: [
        ...['src/dispatch', 'src/runs', 'src/chat', 'src/render', 'src/tutor', 'src/datasets'],
        ...['src/content', 'src/storage', 'src/errors', 'src/clock'],
      ],
    },
    workers: {
      rooms: ['src/runs', 'src/datasets', 'src/render', 'src/errors', 'src/content'],
    },
    'src/clock': { rooms: [] },
    'src/chat': { rooms: ['src/content', 'src/errors', 'src/clock'] },
    'src/content': {
      rooms: [],
      packages: ['intl-messageformat', 'mdast', 'mdast-util-from-markdown', 'yaml', 'zod'],
    },
    'src/datasets': { rooms: ['src/runs', 'src/errors', 'src/content'] },
    'src/dispatch': { rooms: ['src/chat', 'src/errors', 'src/content'] },
    // Asks for state and counts events; only the composition roots know it.
    'src/hosting': { rooms: ['src/chat', 'src/runs'], packages: ['prom-client'] },
    'src/errors': { rooms: ['src/content'] },
    // Hands runs' tasks to other machines.
    'src/fleet': {
      rooms: ['src/runs', 'src/errors', 'src/content', 'src/clock'],
      packages: ['bullmq', 'ioredis'],
    },
    // Knows a question and its possible meanings; never what is answered.
    'src/llm': { rooms: ['src/tutor'], packages: ['openai', 'zod'] },
    'src/live': {
      rooms: [
        ...['src/chat', 'src/content', 'src/render', 'src/runs', 'src/storage', 'src/tutor'],
        ...['src/clock'],
        // A press on a slow motion may be another person's.
        'src/errors',
      ],
    },
    'src/render': {
      rooms: ['src/chat', 'src/content', 'src/runs'],
      // How many columns a character takes.
      packages: ['get-east-asian-width'],
    },
    // What the study room stores: the web adapter asks for it, storage provides it.
    'src/room': { rooms: ['src/chat'], packages: [] },
    'src/runs': { rooms: ['src/errors', 'src/content'] },
    'src/storage': {
      rooms: [
        ...['src/runs', 'src/chat', 'src/content', 'src/render', 'src/tutor', 'src/errors'],
        ...['src/room', 'src/clock'],
      ],
    },
    'src/tutor': {
      // Numbers are shown as the bar shows them; questions split rows as runs do.
      rooms: ['src/chat', 'src/content', 'src/runs', 'src/render', 'src/datasets'],
      // For splitting questions into terms.
      packages: ['es-hangul', 'fastest-levenshtein'],
    },
    'src/adapters/discord': {
      rooms: ['src/chat', 'src/dispatch', 'src/content', 'src/errors', 'src/clock'],
    },
    'src/adapters/slack': {
      rooms: ['src/chat', 'src/dispatch', 'src/content', 'src/errors', 'src/clock'],
    },
    'src/adapters/terminal': { rooms: ['src/chat', 'src/dispatch', 'src/content', 'src/errors'] },
    'src/adapters/web': {
      rooms: [
        ...['src/chat', 'src/room', 'src/dispatch', 'src/content', 'src/errors', 'src/clock'],
      ],
    },
  };
/** Composition roots: they may import everything, and only they read the configuration. */
const roots = [
  'src/main',
  'src/fit',
  'src/register',
  'src/manifest',
  'src/exam',
  'src/backup',
  'src/restore',
  'src/worker',
  'src/app',
  'src/pools',
  'src/standing',
  'src/config',
  'src/log',
  'src/ending',
  'src/end-process',
  'src/env-file',
  'src/secret-files',
  'src/redact',
];

/** Packages only certain places may import. */
const owners: Readonly<Record<string, readonly string[]>> = {
  bullmq: ['src/fleet'],
  ioredis: ['src/fleet'],
  piscina: ['src/runs/pool.ts', 'bench'],
  libsql: ['src/storage'],
  hono: ['src/adapters/web'],
  '@hono/node-server': ['src/adapters/web'],
  'discord.js': ['src/adapters/discord'],
  '@slack/bolt': ['src/adapters/slack'],
  '@slack/web-api': ['src/adapters/slack'],
  '@napi-rs/canvas': ['workers/draw-chart.ts', 'workers/chart', 'workers/plane'],
  'chart.js': ['workers/draw-chart.ts', 'workers/chart', 'workers/plane'],
  'fast-png': ['workers/chart', 'workers/draw-plane.ts'],
  gifenc: ['workers/draw-film.ts', 'workers/gifenc.d.ts'],
  'log-update': ['src/adapters/terminal'],
  'wrap-ansi': ['src/adapters/terminal'],
  '@tensorflow/tfjs-core': ['workers'],
  '@tensorflow/tfjs-node': ['workers'],
  openai: ['src/llm'],
  'prom-client': ['src/hosting/metrics.ts', 'src/hosting/worker-metrics.ts'],
  zod: ['src/config', 'src/adapters', 'src/content', 'src/exam.ts', 'src/llm'],
  pino: ['src/app.ts', 'src/main.ts', 'src/fit.ts', 'src/log.ts', 'src/pools.ts', 'src/worker.ts'],
};

const sources = ['src', 'commands', 'workers'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`),
);

function roomOf(file: string): string {
  const parts = file.replace(/\.(ts|js)$/, '').split('/');
  if (parts[0] !== 'src') return parts[0] ?? '';
  return parts.slice(0, parts[1] === 'adapters' ? 3 : 2).join('/');
}

function importsOf(file: string): { inside: string[]; packages: string[] } {
  const specifiers = ts
    .preProcessFile(readFileSync(join(root, file), 'utf8'))
    .importedFiles.map(({ fileName }) => fileName);
  const inside = specifiers
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => relative(root, normalize(join(root, file, '..', specifier))));
  const packages = specifiers
    .filter((specifier) => !specifier.startsWith('.') && !specifier.startsWith('node:'))
    .map((specifier) => /^(@[^/]+\/[^/]+|[^/]+)/.exec(specifier)?.[0] ?? specifier);
  return { inside, packages };
}

describe('allowed imports', () => {
  test.each(sources)('%s', (file) => {
    const room = roomOf(file);
    const { inside, packages } = importsOf(file);
    if (!roots.includes(room)) {
      const allowed = arrows[room];
      expect(allowed, `${room} is not in the plan of the house`).toBeDefined();
      const strangers = inside.filter((target) => {
        const to = roomOf(target);
        return to !== room && !allowed?.rooms.includes(to);
      });
      expect(strangers, `${room} may not import these`).toEqual([]);
      if (allowed?.packages) {
        expect(packages.filter((name) => !allowed.packages?.includes(name))).toEqual([]);
      }
    }
    for (const name of packages) {
      const homes = owners[name];
      if (homes) {
        expect(
          homes.some((home) => file.startsWith(home)),
          `${name} belongs to ${homes.join(', ')}`,
        ).toBe(true);
      }
    }
  });
});

test('the run protocol imports nothing of ours except its data types, which import nothing', () => {
  expect(importsOf('src/runs/protocol.ts').inside).toEqual(['src/runs/dataset.js']);
  expect(importsOf('src/runs/dataset.ts').inside).toEqual([]);
});

test('the environment is used only where the program is put together', () => {
  const readers = sources.filter((file) =>
    readFileSync(join(root, file), 'utf8').includes('process.env'),
  );
  expect(readers.sort()).toEqual(
    ['app', 'backup', 'config', 'fit', 'main', 'register', 'restore', 'worker'].map(
      (root) => `src/${root}.ts`,
    ),
  );
});

test('edit waiting times use an injected clock, never the machine’s own', () => {
  const onTheWay = sources.filter(
    (file) =>
      ['chat', 'live'].includes(file.split('/')[1] ?? '') ||
      /adapters\/\w+\/(?:edit-budget|bucket|requests|refusals)\.ts$/.test(file),
  );
  expect(onTheWay.length).toBeGreaterThan(10);
  const readers = onTheWay.filter((file) =>
    readFileSync(join(root, file), 'utf8').includes('performance.now'),
  );
  expect(readers).toEqual([]);
});

test('no two functions that identify the asker share a name', () => {
  const names = sources.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/function (invocationOf\w*)/g)].map(
      ([, name]) => name,
    ),
  );
  expect(names.length).toBeGreaterThan(1);
  expect(new Set(names).size).toBe(names.length);
});

test('the wall clock is read only where the time of day is meant; everything else uses `src/clock.ts`', () => {
  const readers = sources.filter((file) =>
    /\bDate\.now\b|\bnew Date\(/.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(readers.sort()).toEqual([
    // Distinguishes a clock jump from time that passed.
    'src/adapters/discord/requests.ts',
    // Compared with the time at which Discord says a request was sent.
    'src/adapters/discord/signature.ts',
    // Compared with the time at which Slack says a request was sent.
    'src/adapters/slack/http-guard.ts',
    // When something was said, as the page shows it.
    'src/adapters/web/chat-port.ts',
    'src/adapters/web/page/entry-view.ts',
    // Detects a computer's sleep, during which every other clock stands still.
    'src/adapters/web/page/live-events.ts',
    // The name under which a damaged file is set aside.
    'src/storage/damage.ts',
    // When somebody last came in: days ago, across restarts.
    'src/storage/identity-store.ts',
  ]);
});
