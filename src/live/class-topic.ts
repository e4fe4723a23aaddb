/**
 * What a class's board says: what is dealt, how long people may join, and at the end what all runs show
 * together.
 */
import type { Button } from '../chat/message.js';
import { steadyNowMs } from '../clock.js';
import { shown } from '../content/shown.js';
import type { Text } from '../content/text.js';
import type { Translator } from '../content/translator.js';
import type { Conclusion, TopicWords } from '../render/board/topic.js';
import type { Board, ClassTopic } from '../runs/board.js';
import type { RunState } from '../runs/run.js';
import type { ClassStore } from '../storage/ports/classes.js';
import { concludeRound } from '../tutor/class/conclusion.js';
import { questionWords } from '../tutor/class/message.js';
import type { Participant } from '../tutor/class/round.js';

const MINUTE_MS = 60_000;

/** @param store who guessed what */
export function classTopic(store: Pick<ClassStore, 'find'>): TopicWords {
  return {
    title: ({ topic }, t) => {
      const { teacherName, number } = classOf(topic);
      return t.text('class.title', { teacher: shown(teacherName), number });
    },
    intro: (board, t) => introOf(board, t),
    buttons: ({ topic, isClosed }, _states, t) => {
      if (isClosed) return [];
      const { roundId } = classOf(topic);
      const join = { style: 'primary', command: `/class join round:${roundId}` } as const;
      return [
        { label: t.plain('class.button.join'), ...join },
        { label: t.plain('class.button.close'), command: `/class close round:${roundId}` },
      ];
    },
    keepsIntro: true,
    isByPerson: true,
    conclude: async (board, states, t) => {
      const { roundId } = classOf(board.topic);
      const there = (await store.find(roundId))?.participants.filter(({ hasLeft }) => !hasLeft);
      return conclusionOf(board, states, there ?? [], t);
    },
  };
}

function classOf(topic: Board['topic']): ClassTopic {
  if (topic.kind !== 'class') throw new RangeError('another kind of board');
  return topic;
}

function introOf({ topic, isClosed }: Board, t: Translator): readonly Text[] {
  const { plan, endsAtMs } = classOf(topic);
  const { option, values, settings, question, data } = plan;
  const left = Math.max(0, Math.ceil((endsAtMs - steadyNowMs()) / MINUTE_MS));
  return [
    ...(question === undefined ? [] : [questionWords(question, t)]),
    t.text('class.setup', {
      ...{ option, values: values.join(' · '), data: data.name },
      epochs: settings[0]?.epochs ?? 0,
    }),
    isClosed ? t.text('class.closed') : t.text('class.open', { minutes: left }),
  ];
}

function conclusionOf(
  { topic }: Board,
  states: readonly RunState[],
  there: readonly Participant[],
  t: Translator,
): Conclusion {
  const { plan, roundId } = classOf(topic);
  const { chart, ...words } = concludeRound(plan, states, there, t);
  return {
    ...words,
    buttons: endButtons(roundId, t),
    charts: chart ? [{ name: `class-${roundId}.png`, ...chart }] : [],
  };
}

function endButtons(roundId: string, t: Translator): readonly Button[] {
  return [
    {
      label: t.plain('class.button.mine'),
      command: `/class show:mine round:${roundId}`,
      style: 'primary',
    },
    { label: t.plain('class.button.table'), command: `/class show:table round:${roundId}` },
    { label: t.plain('class.button.next'), command: `/class next round:${roundId}` },
    { label: t.plain('class.button.end'), command: `/class end round:${roundId}` },
  ];
}
