/**
 * The worker threads, and the only place that knows Piscina. Two pools: `training` computes, `desk`
 * has one thread for what people wait for at once (describing data, drawing charts), so that neither
 * keeps the other waiting.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { UserError } from '../errors.js';
import type { MessageKey, MessageParams } from '../content/translator.js';
import { loadsFused } from './loads-fused.js';
import type { DeskPool, TrainingPool } from './ports.js';
import type { Turn } from './scheduler.js';
import { SharedMessages, type Outcomes } from './shared-message.js';
import { Silence } from './silence.js';
import { StopFlags } from './stop-flags.js';
import type { DataPreview, DataSummary, DatasetRef } from './dataset.js';
import type { SlowResult, SlowTask } from './slow-motion.js';
import type { AskedPlane, DrawnFilm, PlaneField, PlaneTask } from './plane.js';
import type { Mistakes, MistakesTask } from './mistakes.js';
import type { ModelSample, Trial, TrialTask } from './trial.js';
import type {
  EvaluateTask,
  StepProgress,
  StepReport,
  TensorflowBackend,
  TestResult,
  TrainResult,
  TrainTask,
} from './protocol.js';

export interface WorkerPoolOptions {
  /** Folder of the built workers (`dist/workers/`), with a trailing slash. */
  readonly workers: URL;
  readonly dataDir: string;
  /** Threads that train, at least 1. */
  readonly threads: number;
  /** Heap limit of one thread, in MB; only tests give less. */
  readonly memoryMb?: number;
  /** How long a task may report nothing before its thread counts as hanging, in ms; only tests give less. */
  readonly silentMs?: number;
}

/** A backend that did not load, and why, in one line. */
export interface MissingBackend {
  readonly backend: TensorflowBackend;
  readonly reason: string;
}

export interface Probe {
  readonly loaded: readonly TensorflowBackend[];
  readonly missing: readonly MissingBackend[];
}

/**
 * As the desk's workers answer (`workers/describe-data.ts`): an error that crosses threads would lose
 * its class.
 */
type Answered<T> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly key: MessageKey; readonly params: MessageParams };

/** How busy the threads are. */
export interface ThreadCounts {
  /** `hanging`: a task has reported nothing for minutes, and does not end. */
  readonly state: 'ok' | 'hanging' | 'closed';
  /** Training threads so far; they are started as they are needed. */
  readonly started: number;
  /** How many may train at the same time. */
  readonly most: number;
  /** Tasks that wait for a thread. */
  readonly waiting: number;
}

/** A task's result is that of its file's default export; each method knows its type. */
type Threads = Piscina<object, unknown>;

/**
 * Heap limit of a thread; typed arrays do not count. Reading the largest CSV that is allowed takes less
 * than half of it.
 */
const MEMORY_MB = 1024;

const tensorflow: readonly TensorflowBackend[] = ['cpu', 'wasm', 'node'];

export class WorkerPool implements TrainingPool, DeskPool {
  readonly hasFused = loadsFused();
  readonly #training: Threads;
  readonly #desk: Threads;
  /** A path: Piscina would parse a URL again for each task. */
  readonly #folder: string;
  /** Listeners to the progress of each training task under way, by the task's number. */
  readonly #listeners = new Map<number, (progress: StepProgress) => void>();
  readonly #stopFlags = new StopFlags();
  readonly #silence: Silence;
  readonly #turns = new SharedMessages<TrainTask, TrainResult>(async (tasks) => {
    const filename = this.#file('train-turn.js');
    return (await this.#training.run(tasks, { filename })) as Outcomes<TrainResult>;
  });
  #tasks = 0;
  #tensorflow: Promise<Probe> | undefined;
  readonly #closing = new AbortController();

  constructor({ workers, dataDir, threads, silentMs, memoryMb = MEMORY_MB }: WorkerPoolOptions) {
    this.#folder = fileURLToPath(workers);
    this.#silence = new Silence(silentMs);
    const common = {
      workerData: { dataDir },
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      // By default a thread blocks between tasks and never turns its event loop, where alone native
      // memory is freed (piscina#687): each chart would leak 7 to 14 MB.
      atomics: 'disabled',
      recordTiming: false,
    } as const;
    // Threads keep their engines and data sets, so idle ones are not ended. The first run starts the
    // first thread: it takes 10 MB, and 50 ms that a run hardly notices.
    this.#training = new Piscina<object, unknown>({
      ...common,
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: Infinity,
    });
    // A report that arrives when its epoch is over has no listener and is dropped. A port for each task
    // would cost the main thread more than the rest of the hand-over.
    this.#training.on('message', ({ task, progress }: StepReport) => {
      this.#listeners.get(task)?.(progress);
    });
    this.#desk = new Piscina<object, unknown>({
      ...common,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: 60_000,
    });
    // Emitted when a thread dies without a task. Nothing needs to be done, as the next task starts
    // another, but without a listener the event would end the process.
    for (const threads of [this.#training, this.#desk]) threads.on('error', () => undefined);
  }

  /** Tries which of these backends load in a thread here; native TensorFlow takes 0.4 s and 200 MB. */
  async probe(backends: readonly TensorflowBackend[]): Promise<Probe> {
    const filename = this.#file('probe-backends.js');
    return (await this.#training.run({ backends }, { filename })) as Probe;
  }

  async tensorflowBackends(): Promise<readonly TensorflowBackend[]> {
    const probe = (this.#tensorflow ??= this.probe(tensorflow));
    try {
      return (await probe).loaded;
    } catch (error) {
      // A thread died of it: the next call tries again.
      this.#tensorflow = undefined;
      throw error;
    }
  }

  async train(
    task: Omit<TrainTask, 'number' | 'stopFlag'>,
    onProgress: (progress: StepProgress) => void,
    stop: AbortSignal,
    turn: Turn = { left: 1 },
  ): Promise<TrainResult> {
    const number = (this.#tasks += 1);
    try {
      const stopFlag = this.#stopFlags.of(stop);
      return await this.#silence.during((heard) => {
        this.#listeners.set(number, (progress) => {
          heard();
          onProgress(progress);
        });
        return this.#turns.run({ ...task, number, stopFlag }, turn);
      });
    } finally {
      this.#listeners.delete(number);
    }
  }

  async evaluate(task: EvaluateTask): Promise<TestResult> {
    const filename = this.#file('evaluate.js');
    return (await this.#silence.during(() => this.#training.run(task, { filename }))) as TestResult;
  }

  async describe(dataset: DatasetRef, validationSplit: number): Promise<DataSummary> {
    const filename = this.#file('describe-data.js');
    const task = { dataset, validationSplit };
    const answered = (await this.#atDesk(task, filename)) as Answered<{ summary: DataSummary }>;
    return theAnswer(answered).summary;
  }

  async preview(dataset: DatasetRef): Promise<DataPreview> {
    const filename = this.#file('preview-data.js');
    const answered = (await this.#atDesk({ dataset }, filename)) as Answered<{
      preview: DataPreview;
    }>;
    return theAnswer(answered).preview;
  }

  /** In the training threads: it may compute for seconds. */
  async stepThrough(task: SlowTask): Promise<SlowResult> {
    const filename = this.#file('step-through.js');
    const answered = (await this.#silence.during(() =>
      this.#training.run(task, { filename }),
    )) as Answered<{ result: SlowResult }>;
    return theAnswer(answered).result;
  }

  async tryRow(task: TrialTask): Promise<Trial> {
    const filename = this.#file('try-row.js');
    return theAnswer((await this.#atDesk(task, filename)) as Answered<{ trial: Trial }>).trial;
  }

  async sampleModel(task: Omit<TrialTask, 'asked'>): Promise<ModelSample> {
    const filename = this.#file('sample-model.js');
    const answered = (await this.#atDesk(task, filename)) as Answered<{ sample: ModelSample }>;
    return theAnswer(answered).sample;
  }

  /** In the training threads: with a wide network and many rows it is as much work as an epoch. */
  async findMistakes(task: MistakesTask): Promise<Mistakes> {
    const found = await this.#atDesk(task, this.#file('find-mistakes.js'), this.#training);
    return theAnswer(found as Answered<{ mistakes: Mistakes }>).mistakes;
  }

  async drawChart(description: object): Promise<Uint8Array> {
    const filename = this.#file('draw-chart.js');
    return (await this.#atDesk(description, filename)) as Uint8Array;
  }

  /** What a network answers across the plane of its two inputs, after one epoch or several. */
  async planeAnswers(task: PlaneTask): Promise<AskedPlane> {
    const filename = this.#file('plane-answers.js');
    const threads = task.weights.length > 1 ? this.#training : this.#desk;
    const answered = (await this.#atDesk(task, filename, threads)) as Answered<AskedPlane>;
    const { plane, answers } = theAnswer(answered);
    return { plane, answers };
  }

  async planeField(task: PlaneTask): Promise<PlaneField | undefined> {
    const answered = (await this.#atDesk(task, this.#file('plane-field.js'))) as Answered<{
      field: PlaneField | undefined;
    }>;
    return theAnswer(answered).field;
  }

  /**
   * Draws such a plane as a PNG.
   * @param picture what `workers/draw-plane.ts` takes; plain data
   */
  async drawPlane(picture: object): Promise<Uint8Array> {
    return (await this.#atDesk(picture, this.#file('draw-plane.js'))) as Uint8Array;
  }

  /**
   * Draws a changing plane as a GIF. In the training threads: it takes seconds, and the desk must stay
   * quick.
   */
  async drawFilm(picture: object): Promise<DrawnFilm> {
    const filename = this.#file('draw-film.js');
    return (await this.#atDesk(picture, filename, this.#training)) as DrawnFilm;
  }

  get threads(): ThreadCounts {
    const { threads, maxThreads, queueSize } = this.#training;
    const working = this.#silence.isTooLong ? 'hanging' : 'ok';
    const state = this.#closing.signal.aborted ? 'closed' : working;
    return { state, started: threads.length, most: maxThreads, waiting: queueSize };
  }

  /** Ends all threads, whatever they are doing. Call it when nothing waits for a run's epochs any more. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all([this.#training.destroy(), this.#desk.destroy()]);
  }

  /** @throws UserError when the pool is closed meanwhile, as people wait for this */
  async #atDesk(task: object, filename: string, threads = this.#desk): Promise<unknown> {
    const { signal } = this.#closing;
    try {
      signal.throwIfAborted();
      return await this.#silence.during(() => threads.run(task, { filename }));
    } catch (error) {
      throw signal.aborted ? new UserError('error.closing') : error;
    }
  }

  #file(name: string): string {
    return join(this.#folder, name);
  }
}

/** @throws UserError as the thread threw it */
function theAnswer<T>(answer: Answered<T>): T {
  if (!answer.ok) throw new UserError(answer.key, answer.params);
  return answer;
}
