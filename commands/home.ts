/** Somebody's own page: a guide for newcomers, for others their runs; their preferences and their data. */
import type { Home, HomeOf } from '../src/chat/home.js';
import type { Button, ChatMessage } from '../src/chat/message.js';
import { plain, type Text } from '../src/content/text.js';
import type { MessageKey, Translator } from '../src/content/translator.js';
import { isOver, type RunState } from '../src/runs/run.js';
import type { Preferences } from '../src/storage/ports/preferences.js';
import { runsList } from './runs.js';
import type { Services } from './services.js';

const SHOWN = 5;

export function homeOf({ runs, preferences }: Pick<Services, 'runs' | 'preferences'>): HomeOf {
  return async (userId, t): Promise<Home> => {
    const mine = await runs.recent(userId, SHOWN);
    const chosen = await preferences.get(userId);
    const [newest] = mine;
    const going = mine.filter((run) => !isOver(run));
    return {
      sections: [
        newest ? myRuns(mine, newest, t) : guide(t),
        language(chosen, t),
        ...(newest ? [view(newest, chosen, t)] : []),
        section(
          [t.text('home.data')],
          [
            { label: t.plain('whisper.button.mydata'), command: '/mydata' },
            { label: t.plain('whisper.button.forget'), command: '/forget' },
          ],
        ),
      ],
      ...(going.length > 0 && {
        changes: Promise.race(going.map(({ record }) => runs.ended(record.id))),
      }),
    };
  };
}

function section(paragraphs: readonly Text[], buttons: readonly Button[]): ChatMessage {
  return {
    blocks: paragraphs.map((text) => ({ kind: 'text', text })),
    spoken: paragraphs.map(plain).join(' '),
    buttons,
  };
}

function guide(t: Translator): ChatMessage {
  const keys: readonly MessageKey[] = ['help.welcome', 'home.guide.ask', 'help.ways'];
  const paragraphs = keys.map((key) => t.text(key));
  const { blocks, ...rest } = section(paragraphs, [
    { label: '/fit epochs:20 batch:10', command: '/fit epochs:20 batch:10', style: 'primary' },
    { label: t.plain('ask.example.epoch'), command: '/explain epoch' },
    { label: '/data', command: '/data' },
    { label: '/quiz', command: '/quiz' },
    { label: '/help', command: '/help' },
  ]);
  return { ...rest, blocks: [{ kind: 'heading', text: t.text('home.guide') }, ...blocks] };
}

function myRuns(mine: readonly RunState[], newest: RunState, t: Translator): ChatMessage {
  const { buttons = [], ...list } = runsList(mine, newest, t);
  const stop = mine
    .filter((run) => !isOver(run))
    .map(({ record: { id } }) => ({
      label: t.plain('stop.button', { run: id }),
      command: `/stop run:${id}`,
    }));
  return { ...list, buttons: [...stop, ...buttons, { label: '/help', command: '/help' }] };
}

function language({ locale }: Preferences, t: Translator): ChatMessage {
  const choices = (['en', 'ko', 'auto'] as const).filter((choice) => choice !== (locale ?? 'auto'));
  return section(
    [t.text('home.language', { chosen: locale ?? 'auto' })],
    choices.map((choice) => ({
      label: t.plain(`home.button.language.${choice}`),
      command: `/language ${choice}`,
    })),
  );
}

/** Set by switching the newest run's view, which also applies to later ones. */
function view({ record }: RunState, { view = 'keras' }: Preferences, t: Translator): ChatMessage {
  const other = view === 'keras' ? 'compact' : 'keras';
  const command = `/runs show:${record.id} view:${other}`;
  return section(
    [t.text('home.view', { view })],
    [{ label: t.plain(`run.button.view.${other}`), command }],
  );
}
