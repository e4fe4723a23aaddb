/**
 * Finds which tests are fast enough to run after every save: those without a browser, process, thread,
 * server, TensorFlow or canvas. And which of the others need only a server, and so leave nothing behind for
 * the next file. A test's imports show what it needs, so nobody maintains a list.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Things a test closes itself: servers and their clients. */
const serving = /^(node:(http|https|net)|@hono\/node-server|@slack\/bolt|discord\.js|ws)$/;
/** What may leave processes, threads or memory behind. */
const lasting = new RegExp(
  [
    '^node:(child_process|cluster|worker_threads)$',
    '^(bullmq|ioredis|piscina|playwright-core)$',
    '^(@napi-rs/canvas|@tensorflow/)',
  ].join('|'),
);
/** Type imports start nothing. */
const imports =
  /^(?:import|export)\s+(?!type\b)(?:[^'";]*?from\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;
/** A path in the built program: it is there to be started. */
const built = /new URL\('[^']*\bdist\//;
/** A mocked module: whatever is already loaded keeps the mock, even for the next file. */
const replacing = /\bvi\.(mock|doMock)\(/;

/** `quick`: just computes. `serving`: runs its own servers. `lasting`: anything else. */
type Weight = 'quick' | 'serving' | 'lasting';

interface Looked {
  readonly weight: Weight;
  /** Our own files that it imports. */
  readonly imported: readonly string[];
}

/** Every file examined so far. */
const lookedAt = new Map<string, Looked>();

function look(file: string): Looked {
  const known = lookedAt.get(file);
  if (known) return known;
  const text = readFileSync(file, 'utf8');
  const names = [...text.matchAll(imports)].map(([, named, later]) => named ?? later ?? '');
  const looked: Looked = {
    weight: weigh(text, names),
    imported: names
      .filter((name) => name.startsWith('.') && name.endsWith('.js'))
      .map((name) => join(dirname(file), name.replace(/\.js$/, '.ts'))),
  };
  lookedAt.set(file, looked);
  return looked;
}

function weigh(text: string, names: readonly string[]): Weight {
  const lasts = built.test(text) || replacing.test(text);
  if (lasts || names.some((name) => lasting.test(name))) return 'lasting';
  return names.some((name) => serving.test(name)) ? 'serving' : 'quick';
}

/** Based on everything it imports, also indirectly and in cycles. */
export function weightOf(file: string): Weight {
  const reached = new Set([file]);
  let heaviest: Weight = 'quick';
  for (const one of reached) {
    const { weight, imported } = look(one);
    if (weight === 'lasting') return weight;
    if (weight === 'serving') heaviest = weight;
    for (const next of imported) reached.add(next);
  }
  return heaviest;
}

const all = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => join(root, 'test', file));

/** Tests that read all of the content or ask it thousands of questions, and matter when the content changes. */
const examined = [join('test', 'content', '/'), join('test', 'tutor', 'questions', '/')];
const examines = (file: string): boolean =>
  examined.some((folder) => relative(root, file).startsWith(folder));

const named = (files: readonly string[]): string[] => files.map((file) => relative(root, file));

const ofWeight = (weight: Weight): string[] =>
  named(all.filter((file) => !examines(file) && weightOf(file) === weight));

export const contentTests = named(all.filter(examines));
export const unitTests = ofWeight('quick');
export const servingTests = ofWeight('serving');
export const wholeTests = ofWeight('lasting');
