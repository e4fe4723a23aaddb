/** What the commands work with; the composition root builds it. */
import type { Invocation } from '../src/chat/port.js';
import type { Locale } from '../src/content/locale.js';
import type { ChartDescription } from '../src/render/chart.js';
import type { View } from '../src/render/view.js';
import type { OpenWatcher, Runs } from '../src/runs/service.js';
import type { PreferenceStore, QuizStore, UploadStore } from '../src/storage/ports.js';

export interface Services {
  readonly runs: Runs;
  readonly preferences: PreferenceStore;
  readonly uploads: UploadStore;
  readonly quiz: QuizStore;
  /** A chart as a PNG. */
  readonly drawChart: (chart: ChartDescription) => Promise<Uint8Array>;
  /** Opens a run's live message as the answer to an invocation. */
  readonly showLive: (invocation: Invocation, locale: Locale, view: View) => OpenWatcher;
}
