/** Joins a run to its message: what is drawn there, stored, and announced. */
import { LiveMessage } from '../chat/live-message.js';
import type { Attachment } from '../chat/message.js';
import type { ChatPort } from '../chat/port.js';
import { translator, type Translator } from '../content/translator.js';
import { renderRun } from '../render/run-message.js';
import { isResting, type RunState } from '../runs/run.js';
import type { Runs, RunWatcher } from '../runs/service.js';
import type { LiveMessageStore, RunMessageRecord } from '../storage/ports/live-messages.js';
import type { ServerSettingsStore } from '../storage/ports/server-settings.js';
import { announceEnd } from './end-notice.js';
import { LiveField, type LiveFieldTools } from './live-field.js';
import { LiveRun } from './live-run.js';
import { ownerOf, renderOptions, standingOf } from './run-looks.js';

export interface RunMeans {
  readonly store: Pick<LiveMessageStore, 'save' | 'markDelivered'>;
  readonly serverSettings: Pick<ServerSettingsStore, 'get'>;
  /** Chart, history and transcript of a run that is over. */
  readonly attachments: (state: RunState, t: Translator) => Promise<readonly Attachment[]>;
  /** Missing: the plane of a network's answers is shown at the end alone. */
  readonly field?: LiveFieldTools;
  readonly runs: Pick<Runs, 'stop' | 'find'>;
  readonly onFailure: (runId: string, error: unknown) => void;
  /** A run's message was deleted, so the run is stopped. */
  readonly onDeleted: (runId: string) => void;
}

interface Joined {
  readonly begun: RunState;
  readonly port: ChatPort;
  /** How it is shown now. */
  readonly held: { record: RunMessageRecord };
  readonly line: RunWatcher | undefined;
  readonly waitedMs: number;
}

export async function runInMessage(
  { begun, port, held, line, waitedMs }: Joined,
  means: RunMeans,
): Promise<LiveRun> {
  const { store, serverSettings, runs, onFailure, onDeleted, attachments } = means;
  const { id: runId, ownerId, ownerName, settings } = begun.record;
  const { record } = held;
  const { ref, place, locale } = record;
  const t = translator(locale, port);
  // That run is over, so it does not change any more.
  const checked = settings.checks === undefined ? undefined : await runs.find(settings.checks);
  const orReport = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => {
      onFailure(runId, error);
    });
  };
  const message = new LiveMessage({
    ...{
      port,
      ref,
      place,
      firstAs: { user: { id: ownerId, name: ownerName }, once: `end-${runId}` },
    },
    onMoved: (moved) => {
      held.record = { ...held.record, ref: moved };
      orReport(store.save(runId, held.record));
    },
    onFailure: (error) => {
      onFailure(runId, error);
    },
  });
  const { field: tools } = means;
  const onFieldFailure = (error: unknown): void => {
    onFailure(runId, error);
  };
  const field =
    port.drawsCurves && tools && !line
      ? new LiveField({ ...tools, t, onFailure: onFieldFailure })
      : undefined;
  // What an earlier process showed is shown again at once.
  const asked = field?.ask(begun);
  if (isResting(begun)) await asked;
  return new LiveRun({
    begun,
    message,
    line,
    render: (state) =>
      renderRun(state, {
        ...renderOptions(t, held.record.view, port, ref, checked),
        ...ownerOf(state, port, record),
        ...standingOf(held.record, message),
        ...(field?.newest && { field: field.newest }),
      }),
    onEpoch: (state) => void field?.ask(state),
    attachments: (state) => attachments(state, t),
    waitedMs,
    onDeleted: () => {
      onDeleted(runId);
      orReport(runs.stop(runId));
    },
    announceEnd: async (ended) => {
      const { ref: where } = held.record;
      if (!where) return;
      await announceEnd(ended, { ...held.record, ref: where }, { port, serverSettings, t });
    },
    onFailure: (error) => {
      onFailure(runId, error);
    },
    onDelivered: () => {
      orReport(store.markDelivered(runId));
    },
  });
}
