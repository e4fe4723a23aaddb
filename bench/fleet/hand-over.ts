/** What handing tasks to training threads costs, however they are reached. */
import { setTimeout as rest } from 'node:timers/promises';
import type { TrainingPool } from '../../src/runs/ports.js';
import type { Turn } from '../../src/runs/scheduler.js';
import type { Checkpoint } from '../../src/runs/protocol.js';
import { benchSettings } from '../epochs.js';
import { spreadOf } from './spread.js';

/** CPU time used so far by each component, in ms, by name. */
export type Meters = () => Promise<Readonly<Record<string, number>>>;

/** One message's cost by meter: for the message itself, and for each task in it. */
export interface MessageCosts {
  /** Until its result arrives, minus the training, in ms; for a message with one task. */
  readonly waitMs: number;
  readonly message: Readonly<Record<string, number>>;
  readonly task: Readonly<Record<string, number>>;
}

const MESSAGES = 300;
/** As many as share a turn in a class. */
const MANY = 20;
/** No queueing: a message is sent when the one before is long done. */
const REST_MS = 4;

const lesson = { layers: [6, 6], batchSize: 10, data: 'churn' };

export async function measureMessages(pool: TrainingPool, meters: Meters): Promise<MessageCosts> {
  const sender = new Sender(pool);
  // Loads data and engine, and compiles.
  await sender.send(1, MESSAGES / 3);
  await sender.send(MANY, MESSAGES / MANY);
  const before = await meters();
  const waitsMs = await sender.send(1, MESSAGES);
  const between = await meters();
  await sender.send(MANY, MESSAGES / MANY);
  const after = await meters();
  const message: Record<string, number> = {};
  const task: Record<string, number> = {};
  for (const name of Object.keys(before)) {
    const single = ((between[name] ?? 0) - (before[name] ?? 0)) / MESSAGES;
    const many = ((after[name] ?? 0) - (between[name] ?? 0)) / (MESSAGES / MANY);
    // The slope between two points; measurement noise must not make it negative.
    const each = Math.max(0, (many - single) / (MANY - 1));
    task[name] = each;
    message[name] = Math.max(0, single - each);
  }
  return { waitMs: spreadOf(waitsMs).median, message, task };
}

/** Runs that continue from turn to turn, with one task of each per message. */
class Sender {
  readonly #checkpoints: (Checkpoint | null)[] = Array.from({ length: MANY }, () => null);
  /** One per run for all its epochs, as in a real run. */
  readonly #never = Array.from({ length: MANY }, () => new AbortController().signal);

  constructor(private readonly pool: TrainingPool) {}

  /** @returns how long each message took, minus its training, in ms */
  async send(tasks: number, messages: number): Promise<readonly number[]> {
    const waitsMs: number[] = [];
    for (let sent = 0; sent < messages; sent += 1) {
      await rest(REST_MS);
      const startMs = performance.now();
      const turn: Turn = { left: tasks };
      const trained = await Promise.all(
        Array.from({ length: tasks }, (_, run) => this.#train(run, turn)),
      );
      waitsMs.push(performance.now() - startMs - trained.reduce((sum, ms) => sum + ms, 0));
    }
    return waitsMs;
  }

  async #train(run: number, turn: Turn): Promise<number> {
    const { checkpoint, epochs } = await this.pool.train(
      {
        ...{ settings: { ...benchSettings(lesson), epochs: 500 }, backend: 'fused', valLosses: [] },
        ...{ checkpoint: this.#checkpoints[run] ?? null, forMs: 0 },
      },
      () => undefined,
      this.#never[run] ?? new AbortController().signal,
      turn,
    );
    this.#checkpoints[run] = checkpoint;
    return epochs.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0);
  }
}
