/** Whole quiz rounds on Discord, on Slack and in the room, and the questions repeated days later. */
import { ChannelType } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WireAnswer } from '../../src/adapters/web/wire.js';
import { DAY_MS } from '../../src/tutor/quiz/repetition.js';
import { readable } from '../support/discord/transcript.js';
import { tutorOnDiscord } from '../support/discord/tutor-on-discord.js';
import { pressables } from '../support/discord/world.js';
import { FakeClock } from '../support/fake-clock.js';
import { blockText } from '../support/message-text.js';
import { questionIn, storesOnClock, type SeenQuestion } from '../support/quiz-player.js';
import { ScriptedRoom } from '../support/scripted-room.js';
import { buttonsOf } from '../support/slack/block-rules.js';
import { tutorOnSlack } from '../support/slack/tutor-on-slack.js';
import { shownText } from '../support/slack/world.js';
import { Tutor } from '../support/tutor.js';

interface Seen {
  readonly text: string;
  readonly isPrivate: boolean;
  readonly question?: SeenQuestion | undefined;
  readonly buttons: readonly string[];
  /** By a button's label, or by the line it sends. */
  press(button: string): Promise<Seen>;
}

/** A person in their own place, who reads one answer to each thing they do. */
interface Learner {
  says(line: string): Promise<Seen>;
  /** Everything another person there reads. */
  othersRead(): Promise<string>;
  close(): Promise<void>;
}

let clock: FakeClock;
let learner: Learner;
beforeEach(() => {
  clock = new FakeClock();
});
afterEach(() => learner.close());

async function onDiscord(): Promise<Learner> {
  const on = await tutorOnDiscord({ stores: storesOnClock(clock.nowMs) });
  const { discord, tutor } = on;
  const [person, other] = [discord.person(), discord.person()];
  const channels = () => [
    discord.channel,
    ...discord.world.channels.filter(({ type }) => type === ChannelType.PublicThread),
  ];
  const read = new Set<string>();
  const next = async (): Promise<Seen> => {
    // The message that opens a thread is not an answer.
    const unread = () =>
      channels()
        .flatMap((channel) => person.answers(channel))
        .find(({ id, content }) => !read.has(id) && !readable(content).includes('A quiz about'));
    await discord.until(() => unread() !== undefined, 'there is an answer');
    const message = unread();
    if (!message) throw new Error('it was read and went');
    read.add(message.id);
    const all = pressables(message);
    return {
      text: readable(message.content),
      isPrivate: !other.answers(message.channel).some(({ id }) => id === message.id),
      question: questionIn(all.map(({ line }) => line)),
      buttons: all.map(({ label }) => label),
      press: async (button) => {
        const found = all.find(({ line }) => line === button);
        person.press(message, found?.label ?? button);
        return next();
      },
    };
  };
  return {
    says: async (line) => {
      person.slash(discord.channel, line.slice(1));
      return next();
    },
    othersRead: () =>
      Promise.resolve(
        channels()
          .map((channel) => other.sees(channel))
          .join('\n'),
      ),
    close: async () => {
      expect(discord.refusals).toEqual([]);
      expect(tutor.faults).toEqual([]);
      await on.close();
    },
  };
}

async function onSlack(): Promise<Learner> {
  const on = await tutorOnSlack({ stores: storesOnClock(clock.nowMs) });
  const { slack, tutor } = on;
  const [person, other] = [slack.person(), slack.person()];
  const read = new Set<string>();
  const next = async (): Promise<Seen> => {
    const unread = () =>
      person
        .messages(slack.channel)
        .find(
          ({ ts, author, text, blocks }) =>
            author === 'tutor' &&
            !read.has(ts) &&
            !shownText(text, blocks).includes('A quiz about'),
        );
    await slack.until(() => unread() !== undefined, 'there is an answer');
    const message = unread();
    if (!message) throw new Error('it was read and went');
    read.add(message.ts);
    const all = buttonsOf(message);
    return {
      text: shownText(message.text, message.blocks),
      isPrivate: message.onlyFor !== undefined,
      question: questionIn(all.map(({ value }) => value)),
      buttons: all.map(({ text }) => text.text),
      press: async (button) => {
        const found = all.find(({ value }) => value === button);
        person.press(message, found?.text.text ?? button);
        return next();
      },
    };
  };
  return {
    says: async (line) => {
      person.slash(slack.channel, line, '');
      return next();
    },
    othersRead: () => Promise.resolve(other.sees(slack.channel)),
    close: async () => {
      expect(slack.refusals).toEqual([]);
      expect(tutor.faults).toEqual([]);
      await on.close();
    },
  };
}

async function inRoom(): Promise<Learner> {
  const tutor = new Tutor({ stores: storesOnClock(clock.nowMs) });
  const { room, visit } = await openRoom(tutor);
  const [person, other] = [await visit(), await visit()];
  const heard = await person.listen();
  const next = async (): Promise<Seen> => {
    for (;;) {
      const { body, isPrivate } = await heard.entry();
      if (body.kind !== 'answer') continue;
      const buttons = [...body.buttons, ...(body.explanations?.buttons ?? [])];
      return {
        text: roomText(body),
        isPrivate,
        question: questionIn(buttons.map(({ command }) => command)),
        buttons: buttons.map(({ label }) => label),
        press: async (button) => {
          const found = buttons.find(({ label, command }) => [label, command].includes(button));
          await person.type(found?.command ?? '', { pressed: true });
          return next();
        },
      };
    }
  };
  return {
    says: async (line) => {
      await person.type(line);
      return next();
    },
    othersRead: async () => {
      const overheard = await other.listen();
      const events = await overheard.untilCaughtUp();
      overheard.close();
      return JSON.stringify(events);
    },
    close: async () => {
      heard.close();
      await room.close();
      expect(tutor.faults).toEqual([]);
    },
  };
}

async function openRoom(tutor: Tutor) {
  const scripted = await ScriptedRoom.start(undefined, { dispatcher: tutor.dispatcher });
  tutor.liveRuns.addPlatform(scripted.room.port);
  return { room: scripted.room, visit: scripted.visit.bind(scripted) };
}

function roomText({ blocks }: WireAnswer): string {
  return blocks.map(blockText).join('\n');
}

/** Answers until the round is over. @returns the summary */
async function playRound(first: Seen, missed: (kind: string, index: number) => boolean) {
  let seen = first;
  for (let index = 0; ; index += 1) {
    const { question } = seen;
    if (!question) throw new Error(`no question: ${seen.text}`);
    const isWrong = missed(question.kind, index);
    const verdict = await seen.press(isWrong ? question.wrong : question.right);
    expect(verdict.isPrivate, verdict.text).toBe(true);
    expect(verdict.text).toContain(isWrong ? 'Not quite.' : 'Right.');
    if (index === 9) return verdict;
    expect(verdict.text).toContain(`${index + 1}/10 · level ${question.level}`);
    seen = await verdict.press('Next question');
  }
}

describe.each([
  ['on Discord', onDiscord],
  ['on Slack', onSlack],
  ['in the room', inRoom],
] as const)('%s', (_name, open) => {
  test(
    'a round, its summary, the next level, and missed questions days later',
    { timeout: 60_000 },
    async () => {
      learner = await open();
      const summary = await playRound(
        await learner.says('/quiz'),
        (kind, index) => kind === 'epoch_time' && index < 5,
      );
      expect(summary.text).toContain('That was your round: 9 of 10 right');
      expect(summary.text).toContain('How long an epoch takes (in 1 day)');
      const card = await summary.press('Training time');
      expect(card.text).toContain('ms/step');
      const harder = await summary.press('Next round');
      expect([harder.question?.level, harder.isPrivate]).toEqual([2, false]);

      clock.advance(2 * DAY_MS);
      const again = await learner.says('/quiz');
      expect([again.question?.kind, again.isPrivate]).toEqual(['epoch_time', true]);
      expect(again.text).toContain('You missed one like this 2 days ago');
      const known = await again.press(again.question?.right ?? '');
      expect(known.text).toContain('It comes back once more in 3 days. 1/10 · level 2');
      const fresh = await known.press('Next question');
      expect([fresh.question?.level, fresh.isPrivate]).toEqual([2, false]);

      const read = await learner.othersRead();
      expect(read).toContain('How');
      for (const secret of ['Right.', 'Not quite', 'You missed', 'your score']) {
        expect(read).not.toContain(secret);
      }
    },
  );
});
