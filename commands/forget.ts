import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { textMessage, type ChatMessage } from '../src/chat/message.js';
import { plain } from '../src/content/text.js';
import type { Translator } from '../src/content/translator.js';
import { defineCommand, type CommandContext } from '../src/dispatch/spec.js';
import { UserError } from '../src/errors.js';
import type { PersonalCounts } from '../src/storage/ports/personal-data.js';
import { countedItems } from './personal-items.js';
import type { Services } from './services.js';
import { whereNobodyReadsAlong } from './whisper.js';

/** A run's message may be unreachable for long; its data is not kept for that. */
const MESSAGES_WITHIN_MS = 5_000;

/**
 * Deletes everything stored about the asker on this platform, once they have confirmed it. `confirm` comes from
 * the confirmation button: whose data it is, and how much there was.
 */
export const forget = defineCommand(
  {
    name: 'forget',
    everywhere: true,
    options: { confirm: { type: 'string', maxLength: 40, byButtons: true } },
  },
  async ({ confirm }, context, services: Services) => {
    const { invocation, t, answerPrivately } = context;
    if (invocation.overheard) return whereNobodyReadsAlong('forget', context);
    const { id } = invocation.user;
    const [asker, amount] = confirm?.split('-') ?? [];
    if (asker !== undefined && asker !== digest(id)) throw new UserError('error.forgetNotYours');
    const counts = await services.personalData.counts(id);
    // If anything has changed since, ask again.
    if (amount !== digest(lasting(counts))) return ask(counts, context, services);
    await stopRuns(id, services);
    const gone = t.plain('forget.gone');
    const { runs, files, ...rest } = await services.personalData.counts(id);
    await services.personalData.forget(id, gone);
    await services.boards.forget(id);
    const items = countedItems({ runs, files, ...rest }, t);
    await answerPrivately(listMessage('forget.done', items, t, context));
  },
);

async function ask(
  counts: PersonalCounts,
  context: CommandContext,
  { runs }: Services,
): Promise<void> {
  const { invocation, t, answerPrivately } = context;
  const { id } = invocation.user;
  const items = countedItems(counts, t);
  if (items.length === 0) {
    const { platform } = invocation.place;
    return answerPrivately(textMessage(t.text('forget.nothing', { platform })));
  }
  const going = runs.active(id).length;
  const message = listMessage('forget.ask', items, t, context, going);
  await answerPrivately({
    ...message,
    buttons: [
      {
        label: t.plain('forget.button'),
        command: `/forget confirm:${digest(id)}-${digest(lasting(counts))}`,
        style: 'danger',
      },
      { label: t.plain('forget.button.first'), command: '/mydata' },
    ],
  });
}

function listMessage(
  key: 'forget.ask' | 'forget.done',
  items: ReturnType<typeof countedItems>,
  t: Translator,
  { invocation }: CommandContext,
  going = 0,
): ChatMessage {
  const params = { platform: invocation.place.platform };
  const intro = t.text(key, params);
  const notes = [
    ...(going > 0 ? [t.text('forget.going', { going })] : []),
    t.text(`${key}.chat`, params),
  ];
  return {
    blocks: [
      { kind: 'text', text: intro },
      ...(items.length > 0 ? [{ kind: 'list' as const, items }] : []),
      ...notes.map((text) => ({ kind: 'text' as const, text })),
    ],
    spoken: [intro, ...items, ...notes].map(plain).join(' '),
  };
}

/** Runs in progress are stopped first, and their messages show that: nothing may be stored afterwards. */
async function stopRuns(userId: string, { runs, boards, settled }: Services): Promise<void> {
  const ending = await boards.stopFor(userId);
  const going = runs.active(userId).map(({ record }) => record.id);
  await Promise.all(going.map((runId) => runs.stop(runId)));
  await Promise.all(going.map((runId) => runs.ended(runId)));
  const shown = Promise.all([
    ...going.map((runId) => settled(runId)),
    ...ending.map((boardId) => boards.settled(boardId)),
  ]);
  await Promise.race([shown, delay(MESSAGES_WITHIN_MS, undefined, { ref: false })]);
}

/** Only the counts that stay the same while the question is read: answering adds to the others. */
function lasting({ runs, files, quizAnswers, games, guesses, settings }: PersonalCounts): string {
  return [runs, files, quizAnswers, games, guesses, settings].join();
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
