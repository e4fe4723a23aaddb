/** What the run service needs from the outside. */
import type { DataPreview, DataSummary, DatasetRef } from './dataset.js';
import type {
  Checkpoint,
  EvaluateTask,
  FitSettings,
  RunEvent,
  StepProgress,
  TensorflowBackend,
  TestResult,
  TrainResult,
  TrainTask,
} from './protocol.js';
import type { Turn } from './scheduler.js';
import type { Mistakes, MistakesTask } from './mistakes.js';
import type { AskedPlane, DrawnFilm, PlaneField, PlaneTask } from './plane.js';
import type { SlowResult, SlowTask } from './slow-motion.js';
import type { ModelSample, Trial, TrialTask } from './trial.js';

/** What is fixed when a run is created. */
export interface RunRecord {
  /** Short, unique, lower-case letters and digits: learners type it. */
  readonly id: string;
  /** Platform-scoped, for example `web:3f2a…`. */
  readonly ownerId: string;
  readonly ownerName: string;
  readonly settings: FitSettings;
  readonly createdAtMs: number;
  /** Id of the request that it was begun for: one request begins one run, however often it is delivered. */
  readonly requestId?: string;
}

export interface StoredRun {
  readonly record: RunRecord;
  readonly events: readonly RunEvent[];
}

/**
 * Stores runs. Every call is one transaction: after a crash it happened completely or not at all. Every
 * call that writes throws NoSpaceError when the disk has no room for it.
 */
export interface RunStore {
  /** Rejects when there is a run with this id or for this request. */
  create(record: RunRecord, events: readonly RunEvent[]): Promise<void>;
  /** Deletes a run that never began. */
  discard(runId: string): Promise<void>;
  /**
   * Appends events and replaces the run's checkpoint when one is given. When the run ends, only the
   * weights of its checkpoint are kept: they are what it learned.
   * @throws EpochRefusedError where the epochs are not the next ones: nothing is changed then
   */
  append(runId: string, events: readonly RunEvent[], checkpoint?: Checkpoint): Promise<void>;
  find(runId: string): Promise<StoredRun | undefined>;
  /** The run that was begun for a request. */
  ofRequest(requestId: string): Promise<StoredRun | undefined>;
  checkpoint(runId: string): Promise<Checkpoint | undefined>;
  /** The owner's runs, newest first. */
  recent(ownerId: string, limit: number): Promise<readonly StoredRun[]>;
  /** Runs that are not over, oldest first: what a restart resumes. */
  unfinished(): Promise<readonly StoredRun[]>;
}

/** Carries out tasks somewhere off the event loop. */
export interface TrainingPool {
  /** The fused engine loads here. */
  readonly hasFused: boolean;
  /** TensorFlow.js backends that load here; they are tried when this is first asked. */
  tensorflowBackends(): Promise<readonly TensorflowBackend[]>;
  /** @param turn tasks of the same turn are handed over together; unless given, the task goes alone */
  train(
    task: Omit<TrainTask, 'number' | 'stopFlag'>,
    onProgress: (progress: StepProgress) => void,
    stop: AbortSignal,
    turn?: Turn,
  ): Promise<TrainResult>;
  evaluate(task: EvaluateTask): Promise<TestResult>;
  /**
   * Reads and prepares a data set and says what was found.
   * @throws UserError when the file cannot be used, naming why.
   */
  describe(dataset: DatasetRef, validationSplit: number): Promise<DataSummary>;
  /**
   * Reads a data set and says what is in it.
   * @throws UserError when the file cannot be read at all, naming why.
   */
  preview(dataset: DatasetRef): Promise<DataPreview>;
}

/** What people ask of a trained network, and wait for. Off the event loop as well. */
export interface DeskPool {
  /** @throws UserError naming what in the row is not a column or value of the data */
  tryRow(task: TrialTask): Promise<Trial>;
  sampleModel(task: Omit<TrialTask, 'asked'>): Promise<ModelSample>;
  /** Which of its test rows a network gets wrong. */
  findMistakes(task: MistakesTask): Promise<Mistakes>;
  /** Goes on with a training in slow motion. */
  stepThrough(task: SlowTask): Promise<SlowResult>;
  /**
   * Draws a chart as a PNG.
   * @param description what `workers/draw-chart.ts` takes; plain data
   */
  drawChart(description: object): Promise<Uint8Array>;
  /** What a network answers all over the plane of its two inputs. */
  planeAnswers(task: PlaneTask): Promise<AskedPlane>;
  /** The same as coloured cells; undefined where an answer is not a number, as after a run that diverged. */
  planeField(task: PlaneTask): Promise<PlaneField | undefined>;
  /**
   * Draws such a plane as a PNG.
   * @param picture what `workers/draw-plane.ts` takes; plain data
   */
  drawPlane(picture: object): Promise<Uint8Array>;
  /** Draws a changing plane as a GIF. */
  drawFilm(picture: object): Promise<DrawnFilm>;
}

/** Where the cause of a fault goes; pino's shape. */
export interface RunLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}
