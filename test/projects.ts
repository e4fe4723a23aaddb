/**
 * Which tests are quick enough to run after every save: those that need no browser, process, thread or
 * server, and neither TensorFlow nor a canvas. What a test needs shows in what it imports, so nobody keeps a list.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What starts one of them, or takes long. */
const heavy = new RegExp(
  [
    '^node:(child_process|cluster|http|https|net|worker_threads)$',
    '^(@hono/node-server|@slack/bolt|bullmq|discord\\.js|ioredis|piscina|playwright-core|ws)$',
    '^(@napi-rs/canvas|@tensorflow/)',
  ].join('|'),
);
/** Types alone start nothing. */
const imports =
  /^(?:import|export)\s+(?!type\b)(?:[^'";]*?from\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;
/** A path of the built program: it is there to be started. */
const built = /new URL\('[^']*\bdist\//;

interface Looked {
  readonly isHeavy: boolean;
  /** Files of ours that it imports. */
  readonly imported: readonly string[];
}

/** Every file looked at so far. */
const lookedAt = new Map<string, Looked>();

function look(file: string): Looked {
  const known = lookedAt.get(file);
  if (known) return known;
  const text = readFileSync(file, 'utf8');
  const names = [...text.matchAll(imports)].map(([, named, later]) => named ?? later ?? '');
  const looked: Looked = {
    isHeavy: built.test(text) || names.some((name) => heavy.test(name)),
    imported: names
      .filter((name) => name.startsWith('.') && name.endsWith('.js'))
      .map((name) => join(dirname(file), name.replace(/\.js$/, '.ts'))),
  };
  lookedAt.set(file, looked);
  return looked;
}

/** By all that it comes to import, be it in circles. */
export function isQuick(file: string): boolean {
  const reached = new Set([file]);
  for (const one of reached) {
    const { isHeavy, imported } = look(one);
    if (isHeavy) return false;
    for (const next of imported) reached.add(next);
  }
  return true;
}

const all = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => join(root, 'test', file));

/** What reads all of the content or asks it thousands of questions, and is of interest when that changes. */
const examined = [join('test', 'content', '/'), join('test', 'tutor', 'questions', '/')];
const examines = (file: string): boolean =>
  examined.some((folder) => relative(root, file).startsWith(folder));

const named = (files: readonly string[]): string[] => files.map((file) => relative(root, file));

export const contentTests = named(all.filter(examines));
export const unitTests = named(all.filter((file) => !examines(file) && isQuick(file)));
export const wholeTests = named(all.filter((file) => !examines(file) && !isQuick(file)));
