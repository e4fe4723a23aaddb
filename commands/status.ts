import type { ChatMessage } from '../src/chat/message.js';
import { shown } from '../src/content/shown.js';
import { plain, type Text } from '../src/content/text.js';
import type { Translator } from '../src/content/translator.js';
import { defineCommand } from '../src/dispatch/spec.js';
import { UserError } from '../src/errors.js';
import { isResting, type RunState } from '../src/runs/run.js';
import type { WorkforceStanding } from '../src/runs/workforce.js';
import type { Services, Standing } from './services.js';

/** More would not fit on a screen. */
const RUNS_SHOWN = 10;
const WORKERS_SHOWN = 10;

/**
 * The tutor's current status, measured on demand. Runs elsewhere are only counted: what others
 * train in their own servers is private.
 */
export const status = defineCommand(
  { name: 'status', forManagers: true, everywhere: true, options: {} },
  async (_args, { invocation, t, answerPrivately }, services: Services) => {
    const { server, operates = false, place } = invocation;
    if (!server?.manages && !operates) {
      throw new UserError('error.statusManagers', { platform: place.platform });
    }
    await answerPrivately(statusMessage(await services.standing(place), t, operates));
  },
);

/** @param operates whether the asker is the operator */
function statusMessage(standing: Standing, t: Translator, operates: boolean): ChatMessage {
  const { runs, threads, workforce, platforms } = standing;
  const more = runs.here.length - RUNS_SHOWN;
  const items = [
    t.text('status.runs', { going: runs.going, waiting: runs.waiting }),
    ...runs.here.slice(0, RUNS_SHOWN).map((run) => runLine(run, t)),
    ...(more > 0 ? [t.text('status.runsMore', { count: more })] : []),
    ...(workforce
      ? workforceLines(workforce, t, operates)
      : [t.text('status.threads', { ...threads })]),
    ...platforms.flatMap(({ name, state, part }) => [
      t.text('status.platform', { name, state }),
      ...(part ? [t.text('status.part', { ...part, count: part.last - part.first + 1 })] : []),
    ]),
    diskLine(standing, t),
    versionsLine(standing, t),
  ];
  const title = t.text('status.title');
  return {
    blocks: [
      { kind: 'heading', text: title },
      { kind: 'list', items },
    ],
    spoken: [title, ...items].map(plain).join(' '),
  };
}

function runLine(run: RunState, t: Translator): Text {
  const { record, finished } = run;
  const phase = isResting(run) ? 'paused' : run.phase;
  const { epochs } = record.settings;
  return t.text('status.run', { run: record.id, phase, done: finished.length, epochs });
}

/** Machine names are only for the operator: others get numbers. */
function workforceLines(
  { state, share, slots, workers, misfits }: WorkforceStanding,
  t: Translator,
  operates: boolean,
): readonly Text[] {
  const more = workers.length - WORKERS_SHOWN;
  const lines = workers.slice(0, WORKERS_SHOWN).map(({ host, busy, runningMs, ...worker }, index) =>
    t.text('status.worker', {
      name: operates ? shown(host) : String(index + 1),
      ...{ busy, slots: worker.slots, ends: worker.draining ? 'yes' : 'no' },
      time: durationText(runningMs, t),
    }),
  );
  return [
    t.text('status.workers', {
      // ICU select keys cannot contain hyphens.
      state: state.replace('-', '_'),
      ...{ count: workers.length, slots, share },
    }),
    ...lines,
    ...(more > 0 ? [t.text('status.workersMore', { count: more })] : []),
    ...(misfits > 0 ? [t.text('status.misfits', { count: misfits })] : []),
  ];
}

function diskLine({ disk }: Standing, t: Translator): Text {
  const used = bytesText(disk.usedBytes, t);
  if (disk.freeBytes === undefined) return t.text('status.diskSilent', { used });
  const max = disk.maxBytes === 0 ? 'none' : bytesText(disk.maxBytes, t);
  return t.text('status.disk', { used, max, free: bytesText(disk.freeBytes, t) });
}

function versionsLine({ versions, runningMs }: Standing, t: Translator): Text {
  return t.text('status.versions', { ...versions, time: durationText(runningMs, t) });
}

/** `3.4 MB`, `120 GB`. */
function bytesText(bytes: number, { locale }: Translator): string {
  const units = ['megabyte', 'gigabyte', 'terabyte'] as const;
  const step = Math.min(Math.max(Math.floor(Math.log10(bytes) / 3) - 2, 0), units.length - 1);
  return new Intl.NumberFormat(locale, {
    ...{ style: 'unit', unit: units[step] ?? units[0], maximumSignificantDigits: 3 },
  }).format(bytes / 1000 ** (step + 2));
}

/** In the largest unit that fits, rounded down. */
function durationText(ms: number, { locale }: Translator): string {
  const units = [
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
    ['second', 1_000],
  ] as const;
  const [unit, unitMs] = units.find(([, length]) => ms >= length) ?? units[3];
  const format = { style: 'unit', unit, unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(locale, format).format(Math.floor(ms / unitMs));
}
