/** Films of how a network's answers changed, made on request by training the run again. */
import type { Translator } from '../content/translator.js';
import { UserError } from '../errors.js';
import { planePicture, type PlanePicture } from '../render/plane/picture.js';
import {
  type AskedPlane,
  type DrawnFilm,
  type Film,
  isPlane,
  type PlaneTask,
} from '../runs/plane.js';
import { isReadAsNow } from '../runs/reading.js';
import { retrained, type RetrainingTools } from '../runs/retraining.js';
import { isOver, type RunState } from '../runs/run.js';
import { shown } from '../content/shown.js';
import { framesOf } from './film-frames.js';
import type { PlaneTools } from './plane-picture.js';

export interface FilmsOptions extends RetrainingTools, Pick<PlaneTools, 'weights'> {
  /** Both run in the training threads: they take seconds. */
  readonly askPlane: (task: PlaneTask) => Promise<AskedPlane>;
  readonly drawFilm: (picture: PlanePicture) => Promise<DrawnFilm>;
}

/** Of at most 600 kB each. */
const KEPT = 5;
const MOST_SECONDS = 60;
/** Points along each side of the grid. */
const SIDE = 61;

export class Films {
  readonly #closing = new AbortController();
  /** Under way or done, by run and language; the one asked for longest ago first. */
  readonly #films = new Map<string, Promise<Film>>();
  /** One is made at a time, as each takes memory. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: FilmsOptions) {}

  /**
   * @param userId who asks, and whose turns it takes
   * @throws UserError when there is nothing to show, it would take too long, or training again gave other
   * numbers
   */
  async film(state: RunState, userId: string, t: Translator): Promise<Film> {
    refuseUnfilmable(state);
    const key = `${state.record.id} ${t.locale}`;
    const film = this.#films.get(key) ?? this.#inTurn(() => this.#make(state, userId, t));
    this.#films.delete(key);
    this.#films.set(key, film);
    // A film that failed is tried again.
    film.catch(() => this.#films.delete(key));
    const [oldest] = this.#films.keys();
    if (this.#films.size > KEPT && oldest !== undefined) this.#films.delete(oldest);
    return film;
  }

  close(): void {
    this.#closing.abort();
  }

  #inTurn(make: () => Promise<Film>): Promise<Film> {
    const film = this.#last.then(make);
    this.#last = film.catch(() => undefined);
    return film;
  }

  async #make(state: RunState, userId: string, t: Translator): Promise<Film> {
    const { weights, askPlane, drawFilm, scheduler } = this.options;
    const { record, finished, data } = state;
    const { id: run, settings } = record;
    const { signal } = this.#closing;
    const end = await weights(run);
    if (!end) throw new UserError('error.noWeights', { run });
    const epochs = framesOf(finished.length);
    const retraining = { state, weights: end.weights, userId, wanted: epochs };
    const found = await retrained(retraining, this.options, signal);
    const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
      const done = await scheduler.run(userId, signal, work);
      if (done === undefined) throw new UserError('error.closing');
      return done;
    };
    const task = { run, settings, weights: found, side: SIDE };
    const asked = await inTurn(() => askPlane(task));
    if (asked.answers.some(({ shape }) => !shape))
      throw new UserError('error.filmNoNumbers', { run });
    const frames = asked.answers.map((answers, index) => ({
      title: t.plain('plane.frame', {
        ...{ data: shown(data?.name ?? ''), epoch: epochs[index] ?? 0, epochs: finished.length },
      }),
      answers,
    }));
    const { gif, shown: inFilm } = await inTurn(() =>
      drawFilm(planePicture(asked.plane, frames, t)),
    );
    const answers = asked.answers.filter((_, index) => inFilm.includes(index));
    const shownEpochs = epochs.filter((_, index) => inFilm.includes(index));
    return { gif, asked: { plane: asked.plane, answers }, epochs: shownEpochs };
  }
}

/** @throws UserError saying why no film of this run is made */
function refuseUnfilmable(state: RunState): void {
  const { record, data, finished } = state;
  const { id: run, settings } = record;
  if (!isOver(state)) throw new UserError('error.filmNotOver', { run });
  if (data && !isPlane(data)) throw new UserError('error.noPlane', { run });
  const epochs = finished.length;
  if (!data || epochs < 2) throw new UserError('error.filmShort', { run, epochs });
  if (!isReadAsNow(settings.dataset)) throw new UserError('error.otherInputs', { run });
  const seconds = Math.round(finished.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0) / 1000);
  if (seconds > MOST_SECONDS) {
    throw new UserError('error.filmLong', { run, seconds, max: MOST_SECONDS });
  }
}
