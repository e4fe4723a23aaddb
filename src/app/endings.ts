import type { Accepted } from '../chat/accepted.js';
import type { EndingPart } from '../ending.js';
import type { TrainingRuns } from '../runs/training-runs.js';
import type { LiveServices } from './live-services.js';

interface EndingServices extends LiveServices {
  readonly accepted: Accepted;
  readonly runs: TrainingRuns;
  /** Aborts pending second-opinion requests. */
  readonly closing: AbortController;
}

/** Stops the tutor so that the next process can continue. */
export function endingsOf(services: EndingServices): readonly EndingPart[] {
  const { accepted, runs, closing, films, slowMotions, classes } = services;
  const { boards, challenges, liveRuns } = services;
  return [
    // First: unanswered requests are left to the next process.
    {
      stage: 'runs',
      name: 'requests',
      end: () => {
        accepted.close();
      },
    },
    {
      stage: 'runs',
      name: 'films',
      end: () => {
        films.close();
      },
    },
    { stage: 'runs', name: 'runs', end: () => runs.close() },
    {
      stage: 'runs',
      name: 'second opinion',
      end: () => {
        closing.abort();
      },
    },
    {
      stage: 'runs',
      name: 'slow motions',
      end: () => {
        slowMotions.pause();
      },
    },
    {
      stage: 'lastWords',
      name: 'slow motions',
      end: () => {
        slowMotions.close();
      },
    },
    {
      stage: 'runs',
      name: 'classes',
      end: () => {
        classes.stopTimers();
      },
    },
    { stage: 'lastWords', name: 'boards', end: (timeIsUp) => boards.close(timeIsUp) },
    { stage: 'lastWords', name: 'challenges', end: (timeIsUp) => challenges.close(timeIsUp) },
    { stage: 'lastWords', name: 'live messages', end: (timeIsUp) => liveRuns.close(timeIsUp) },
  ];
}
