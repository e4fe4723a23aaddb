/**
 * A thread that dies costs neither the run nor the answer it was working on: a task is a pure function of
 * its input, so another thread does it again. A task that has killed several would kill the next one too.
 */
import type { DeskPool, RunLog, TrainingPool } from './ports.js';

/** How many threads one task may cost. */
const MOST_DEATHS = 3;

/** `memory`: it ran out of memory; `thread`: it ended for another reason. */
export type Death = 'memory' | 'thread';

/** One task cost as many threads as a task may. */
export class ThreadsDied extends Error {
  override readonly name = 'ThreadsDied';

  constructor(
    readonly why: Death,
    override readonly cause: unknown,
  ) {
    super(`${MOST_DEATHS} threads died of the same task`);
  }
}

export class SurvivingPool implements TrainingPool, DeskPool {
  constructor(
    private readonly pool: TrainingPool & DeskPool,
    private readonly log: Pick<RunLog, 'warn'>,
  ) {}

  get hasFused(): boolean {
    return this.pool.hasFused;
  }

  tensorflowBackends: TrainingPool['tensorflowBackends'] = () =>
    this.#again({ task: 'probe' }, () => this.pool.tensorflowBackends());

  train: TrainingPool['train'] = (task, onProgress, stop, turn) => {
    const epoch = (task.checkpoint?.epoch ?? 0) + 1;
    // Alone from the second time on: whichever task of a turn the thread died of, it takes no others with
    // it again.
    return this.#again({ task: 'train', epoch }, (isFirst) =>
      this.pool.train(task, onProgress, stop, isFirst ? turn : undefined),
    );
  };

  evaluate: TrainingPool['evaluate'] = (task) =>
    this.#again({ task: 'evaluate' }, () => this.pool.evaluate(task));

  describe: TrainingPool['describe'] = (dataset, validationSplit) => {
    const again = { task: 'describe', dataset };
    return this.#again(again, () => this.pool.describe(dataset, validationSplit));
  };

  preview: TrainingPool['preview'] = (dataset) =>
    this.#again({ task: 'preview', dataset }, () => this.pool.preview(dataset));

  tryRow: DeskPool['tryRow'] = (task) =>
    this.#again({ task: 'try', run: task.run }, () => this.pool.tryRow(task));

  sampleModel: DeskPool['sampleModel'] = (task) =>
    this.#again({ task: 'model', run: task.run }, () => this.pool.sampleModel(task));

  findMistakes: DeskPool['findMistakes'] = (task) =>
    this.#again({ task: 'mistakes', run: task.run }, () => this.pool.findMistakes(task));

  stepThrough: DeskPool['stepThrough'] = (task) =>
    this.#again({ task: 'step' }, () => this.pool.stepThrough(task));

  drawChart: DeskPool['drawChart'] = (description) =>
    this.#again({ task: 'chart' }, () => this.pool.drawChart(description));

  planeAnswers: DeskPool['planeAnswers'] = (task) =>
    this.#again({ task: 'plane', run: task.run }, () => this.pool.planeAnswers(task));

  planeField: DeskPool['planeField'] = (task) =>
    this.#again({ task: 'field', run: task.run }, () => this.pool.planeField(task));

  drawPlane: DeskPool['drawPlane'] = (picture) =>
    this.#again({ task: 'draw-plane' }, () => this.pool.drawPlane(picture));

  drawFilm: DeskPool['drawFilm'] = (picture) =>
    this.#again({ task: 'film' }, () => this.pool.drawFilm(picture));

  /** @throws ThreadsDied when that many threads died of it */
  async #again<T>(details: object, work: (isFirst: boolean) => Promise<T>): Promise<T> {
    for (let deaths = 1; ; deaths += 1) {
      try {
        return await work(deaths === 1);
      } catch (error) {
        const why = deathOf(error);
        if (!why) throw error;
        if (deaths === MOST_DEATHS) throw new ThreadsDied(why, error);
        this.log.warn({ ...details, why, deaths }, 'a thread died; its task is done again');
      }
    }
  }
}

/** How a thread died, as Piscina and Node say it; undefined when it lives and the task itself failed. */
export function deathOf(error: unknown): Death | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') return 'memory';
  return error.message.startsWith('worker exited with code') ? 'thread' : undefined;
}
