/** What the commands work with; the composition root builds it. */
import type { Invocation, Place } from '../src/chat/port.js';
import type { Locale } from '../src/content/locale.js';
import type { ChartDescription } from '../src/render/chart.js';
import type { View } from '../src/render/view.js';
import type { RunLimits } from '../src/runs/limits.js';
import type { DataPreview, DataSummary, DatasetRef } from '../src/runs/dataset.js';
import type { Checkpoint } from '../src/runs/protocol.js';
import type { OpenWatcher, Runs } from '../src/runs/service.js';
import type { Mistakes, MistakesTask } from '../src/runs/mistakes.js';
import type { ModelSample, Trial, TrialTask } from '../src/runs/trial.js';
import type {
  ConversationStore,
  PersonalData,
  PredictionStore,
  PreferenceStore,
  QuizStore,
  ServerSettingsStore,
  UploadStore,
} from '../src/storage/ports.js';
import type { Prediction } from '../src/tutor/predict/prediction.js';
import type { Choice } from '../src/tutor/questions/choose.js';
import type { SecondOpinion } from '../src/tutor/questions/second-opinion.js';

export interface Services {
  readonly runs: Runs;
  readonly preferences: PreferenceStore;
  readonly serverSettings: ServerSettingsStore;
  /** Of the program itself. */
  readonly defaultLocale: Locale;
  readonly uploads: UploadStore;
  readonly quiz: QuizStore;
  readonly predictions: PredictionStore;
  readonly conversations: ConversationStore;
  readonly personalData: PersonalData;
  /** Asked what a question means where the tutor is not sure; mostly there is none. */
  readonly secondOpinion?: SecondOpinion | undefined;
  readonly log: { debug(details: object, message: string): void };
  /** Told how a question was understood, to count it. */
  readonly onQuestion?: ((outcome: Choice['kind'] | 'second-opinion' | 'log') => void) | undefined;
  /** Trains what people have guessed about, for an invocation; false when it was started already. */
  readonly startPrediction: (
    prediction: Prediction,
    invocation: Invocation,
    locale: Locale,
    view: View,
    limits: RunLimits,
  ) => Promise<boolean>;
  /** What a data set holds, counted. */
  readonly describeData: (dataset: DatasetRef, validationSplit: number) => Promise<DataSummary>;
  /** What is in a file, before anything trains. */
  readonly previewData: (dataset: DatasetRef) => Promise<DataPreview>;
  /** What a run has learned so far; undefined before its first epoch has ended. */
  readonly weights: (runId: string) => Promise<Checkpoint | undefined>;
  /**
   * Asks a network about one row.
   * @throws UserError naming what in it is no column or value of the data
   */
  readonly tryRow: (task: TrialTask) => Promise<Trial>;
  /** What a network takes in, and what it answers for some test rows. */
  readonly sampleModel: (task: Omit<TrialTask, 'asked'>) => Promise<ModelSample>;
  /**
   * Which of its test rows a network gets wrong.
   * @throws UserError when it answers nothing that is a number
   */
  readonly findMistakes: (task: MistakesTask) => Promise<Mistakes>;
  /** A chart as a PNG. */
  readonly drawChart: (chart: ChartDescription) => Promise<Uint8Array>;
  /** Draws a run's message in another view; false where it can no longer be changed. */
  readonly switchView: (runId: string, view: View) => Promise<boolean>;
  /** Resolves when a run's message shows how it ended. */
  readonly settled: (runId: string) => Promise<void>;
  /**
   * Asked before anything new is taken in that stays: a run, a file.
   * @throws UserError when the tutor may take no more of the disk
   */
  readonly refuseWhenFull: () => Promise<void>;
  /** Whether all who are at a place could see a run's message. */
  readonly wasPosted: (runId: string, place: Place) => Promise<boolean>;
  /** Opens a run's live message as the answer to an invocation. */
  readonly showLive: (invocation: Invocation, locale: Locale, view: View) => OpenWatcher;
}
