/** The same maths outside the tutor: in C and in Keras, if their tools are installed. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { BenchNetwork, Contestant } from './contestant.js';

const source = (path: string): string =>
  fileURLToPath(new URL(`../../bench/${path}`, import.meta.url));
const run = promisify(execFile);

/** Starts a program for a network. */
export type Yardstick = (network: BenchNetwork) => Contestant;

/**
 * How the C program is compiled. The largest cost for C in the lesson is that sqrtf, which Adam calls for
 * every weight, must report an error for negative numbers through `errno` and so cannot be vectorized;
 * `-fno-math-errno` lifts that and changes no result.
 */
const compilations = [
  { engine: 'c', flags: ['-O3'] },
  { engine: 'c-no-errno', flags: ['-O3', '-fno-math-errno'] },
] as const;

/**
 * bench/c/lesson.c, if there is a C compiler.
 * @param folder for the compiled programs
 */
export async function cYardsticks(folder: string): Promise<readonly Yardstick[]> {
  const compiler = await firstThatRuns(['cc', 'gcc', 'clang']);
  if (compiler === undefined) {
    console.log('Without C: no cc, gcc or clang is installed.');
    return [];
  }
  return Promise.all(
    compilations.map(async ({ engine, flags }) => {
      const binary = join(folder, engine);
      await run(compiler, [...flags, '-o', binary, source('c/lesson.c'), '-lm']);
      return (network: BenchNetwork) => startProgram(engine, binary, argumentsOf(network));
    }),
  );
}

/** bench/keras/lesson.py, if the environment's PYTHON, else python3, has TensorFlow. */
export async function kerasYardsticks(): Promise<readonly Yardstick[]> {
  const python = process.env.PYTHON ?? 'python3';
  try {
    await run(python, ['-c', 'import tensorflow']);
  } catch {
    console.log(`Without Keras: ${python} has no TensorFlow (PYTHON names another Python).`);
    return [];
  }
  return [
    (network) =>
      startProgram('keras', python, [source('keras/lesson.py'), ...argumentsOf(network)]),
  ];
}

function argumentsOf({ rows, batchSize, units }: BenchNetwork): string[] {
  return [rows, batchSize, ...units].map(String);
}

/** A program that answers each line with the microseconds per step of the epochs it has trained. */
function startProgram(engine: string, command: string, args: readonly string[]): Contestant {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const said: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    engine,
    turn: async () => {
      child.stdin.write('go\n');
      const answer = await answers.next();
      if (answer.done === true) throw new Error(`${engine} ended:\n${said.join('')}`);
      return answer.value.split(' ').map(Number);
    },
    end: async () => {
      const exit = once(child, 'exit');
      child.stdin.end();
      await exit;
    },
  };
}

async function firstThatRuns(commands: readonly string[]): Promise<string | undefined> {
  for (const command of commands) {
    try {
      await run(command, ['--version']);
      return command;
    } catch {
      // Not installed; the next one may be.
    }
  }
  return undefined;
}
