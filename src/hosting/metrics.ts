/**
 * Prometheus metrics. Labels contain only our own names (platforms, outcomes): nothing that people
 * wrote and no ids, so that the number of series is bounded.
 * Names: https://prometheus.io/docs/practices/naming/
 */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { EditLater, MessageGone, type ChatPort, type PlatformName } from '../chat/port.js';
import { endsRun, type RunEvent } from '../runs/protocol.js';
import type { WorkforceStanding } from '../runs/workforce.js';
import type { Meter, QuestionOutcome, RunCounts } from './meter.js';

/** From a few milliseconds for an epoch of the lesson to the widest network on many rows. */
const EPOCH_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
/** From the room, in this process, to a platform's timeout. */
const EDIT_SECONDS = [0.001, 0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export class Metrics implements Meter {
  readonly #registry = new Registry();
  readonly #started: Counter;
  readonly #ended: Counter<'outcome'>;
  readonly #epochs: Histogram;
  readonly #edits: Histogram<'platform' | 'outcome'>;
  readonly #rateLimited: Counter<'platform'>;
  readonly #questions: Counter<'outcome'>;
  #runs: () => RunCounts = () => ({ going: 0, waiting: 0 });

  constructor() {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#started = new Counter({
      name: 'tutor_runs_started_total',
      help: 'Runs that began to train.',
      registers,
    });
    this.#ended = new Counter({
      name: 'tutor_runs_ended_total',
      help: 'Runs that are over: completed, stopped by their owner, or failed.',
      labelNames: ['outcome'],
      registers,
    });
    const runs = (): RunCounts => this.#runs();
    new Gauge({
      name: 'tutor_runs_running',
      help: 'Runs that are going on.',
      registers,
      collect() {
        this.set(runs().going);
      },
    });
    new Gauge({
      name: 'tutor_runs_queued',
      help: 'Runs that wait for a place among those going on.',
      registers,
      collect() {
        this.set(runs().waiting);
      },
    });
    this.#epochs = new Histogram({
      name: 'tutor_epoch_seconds',
      help: 'From the start of an epoch to its end, validation included.',
      buckets: EPOCH_SECONDS,
      registers,
    });
    this.#edits = new Histogram({
      name: 'tutor_live_edit_seconds',
      help: 'How long a platform takes to show an edit of a live message.',
      labelNames: ['platform', 'outcome'],
      buckets: EDIT_SECONDS,
      registers,
    });
    this.#rateLimited = new Counter({
      name: 'tutor_rate_limited_total',
      help: 'Requests that a platform limited (HTTP 429).',
      labelNames: ['platform'],
      registers,
    });
    this.#questions = new Counter({
      name: 'tutor_questions_total',
      help: 'Questions, by how sure the tutor was of what is meant.',
      labelNames: ['outcome'],
      registers,
    });
  }

  followRuns(counts: () => RunCounts): void {
    this.#runs = counts;
  }

  followWorkforce(standing: () => WorkforceStanding): void {
    const registers = [this.#registry];
    new Gauge({
      name: 'tutor_workers',
      help: 'Worker hosts: those that take tasks, those that end, those of other versions.',
      labelNames: ['state'],
      registers,
      collect() {
        const { workers, misfits } = standing();
        const draining = workers.filter((worker) => worker.draining).length;
        this.set({ state: 'taking' }, workers.length - draining);
        this.set({ state: 'draining' }, draining);
        this.set({ state: 'misfit' }, misfits);
      },
    });
    const numbers = [
      ['tutor_worker_slots', 'Tasks that all workers do at once.', 'slots'],
      ['tutor_front_slots', 'Tasks of this front that may be out now: its share.', 'share'],
    ] as const;
    for (const [name, help, what] of numbers) {
      new Gauge({
        ...{ name, help, registers },
        collect() {
          this.set(standing()[what]);
        },
      });
    }
  }

  runEvent(event: RunEvent): void {
    if (event.kind === 'started') this.#started.inc();
    if (event.kind === 'epoch-ended') this.#epochs.observe(event.elapsedMs / 1_000);
    if (endsRun(event)) this.#ended.inc({ outcome: event.kind });
  }

  question(outcome: QuestionOutcome): void {
    this.#questions.inc({ outcome });
  }

  rateLimited(platform: PlatformName): void {
    this.#rateLimited.inc({ platform });
  }

  timed(port: ChatPort): ChatPort {
    const { platform } = port;
    const edit: ChatPort['edit'] = async (ref, message) => {
      const end = this.#edits.startTimer({ platform });
      try {
        await port.edit(ref, message);
        end({ outcome: 'shown' });
      } catch (error) {
        end({ outcome: outcomeOf(error) });
        throw error;
      }
    };
    // Everything else is delegated to the port, including future methods.
    return new Proxy(port, {
      get: (target, name) => {
        if (name === 'edit') return edit;
        const own: unknown = Reflect.get(target, name, target);
        return typeof own === 'function' ? (own.bind(target) as unknown) : own;
      },
    });
  }

  /** All metrics in Prometheus' text format. */
  async text(): Promise<{ readonly type: string; readonly body: string }> {
    return { type: this.#registry.contentType, body: await this.#registry.metrics() };
  }
}

function outcomeOf(error: unknown): string {
  if (error instanceof EditLater) return 'limited';
  return error instanceof MessageGone ? 'gone' : 'failed';
}
