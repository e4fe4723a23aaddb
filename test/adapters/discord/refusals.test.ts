/**
 * What Discord or a server refuses for good: the same body is never sent again, and the person asking learns
 * why.
 */
import { PermissionFlagsBits } from 'discord.js';
import { afterEach, describe, expect, test } from 'vitest';
import {
  archivedThread,
  blockedByAutoMod,
  invalidBody,
  lockedThread,
  missingPermissions,
} from '../../support/discord/problems.js';
import { tutorOnDiscord, type TutorOnDiscord } from '../../support/discord/tutor-on-discord.js';

let on: TutorOnDiscord;

afterEach(async () => {
  await on.close();
});

const edit = /\/messages\/\d+$/;
const callback = /\/callback$/;

function refuse(method: string, path: RegExp, problem: ReturnType<typeof invalidBody>): void {
  on.discord.trouble(method, path, { kind: 'refusal', problem });
}

function advised(words: RegExp): boolean {
  return on.log.some(({ level, message }) => level !== 'info' && words.test(message));
}

describe('a body that Discord considers invalid (50035)', () => {
  test('an edit: only the spoken sentence, at once; the next state is tried in full again', async () => {
    on = await tutorOnDiscord();
    const { discord, tutor } = on;
    tutor.pool.hold = true;
    const learner = discord.person();
    learner.slash(discord.channel, 'fit', { epochs: 2, batch: 10 });
    const step = await tutor.pool.next();
    await discord.until(() => learner.sees(discord.channel).includes('Network'), 'it begins');
    refuse('PATCH', edit, invalidBody('a test'));
    step.finish();
    const [message] = learner.answers(discord.channel);
    await discord.until(() => message?.rows.length === 0, 'it is spoken, without buttons');
    expect(message?.content).toMatch(/^[^\n]*epoch 1 of 2[^\n]*$/i);
    (await tutor.pool.next()).finish();
    await discord.until(() => learner.sees(discord.channel).includes('Done.'), 'it ended');
    expect(message?.rows.length).toBeGreaterThan(0);
    expect(learner.answers(discord.channel)).toHaveLength(1);
    expect(discord.refusals).toHaveLength(1);
  });

  test('whatever is sent is refused: two tries, then one new message', async () => {
    on = await tutorOnDiscord();
    const { discord, tutor } = on;
    tutor.pool.hold = true;
    const learner = discord.person();
    learner.slash(discord.channel, 'fit', { epochs: 1, batch: 10 });
    const step = await tutor.pool.next();
    await discord.until(() => learner.sees(discord.channel).includes('Network'), 'it begins');
    for (let tries = 0; tries < 8; tries += 1) refuse('PATCH', edit, invalidBody('a test'));
    step.finish();
    await discord.until(() => learner.sees(discord.channel).includes('Done.'), 'it ended');
    expect(discord.refusals).toHaveLength(2);
    expect(learner.answers(discord.channel)).toHaveLength(2);
  });

  test('an answer: only the spoken sentence', async () => {
    on = await tutorOnDiscord();
    const { discord } = on;
    const learner = discord.person();
    refuse('POST', callback, invalidBody('a test'));
    learner.slash(discord.channel, 'help');
    await discord.until(() => learner.answers(discord.channel).length > 0, 'it is answered');
    expect(learner.sees(discord.channel)).not.toContain('Something broke');
    const alone = discord.directMessages();
    refuse('POST', /^\/channels\/\d+\/messages$/, invalidBody('a test'));
    learner.says(alone, 'help');
    await discord.until(() => learner.answers(alone).length > 0, 'it is answered');
    expect(learner.sees(alone)).not.toContain('Something broke');
    expect(discord.refusals).toHaveLength(2);
  });
});

describe('refused by the server: the asker is told, and the log says what an admin can do', () => {
  test.each([
    ['AutoMod', blockedByAutoMod(), /AutoMod/, /exempt/],
    ['permissions', missingPermissions(), /not allowed to/, /permission/],
    ['an archived thread', archivedThread(), /thread is archived/, /archived/],
    ['a locked thread', lockedThread(), /thread is locked/, /unlock/],
  ])('%s', async (_, problem, told, advice) => {
    on = await tutorOnDiscord();
    const { discord, tutor } = on;
    const learner = discord.person();
    refuse('POST', callback, problem);
    learner.slash(discord.channel, 'fit', { epochs: 1, batch: 10 });
    await discord.until(() => told.test(learner.sees(discord.channel)), 'it is told');
    expect(learner.sees(discord.channel)).toContain('only you can see this');
    expect(learner.sees(discord.channel)).not.toContain('Something broke');
    expect(advised(advice)).toBe(true);
    expect(discord.refusals).toHaveLength(1);
    // Nobody would see the run.
    expect(await tutor.runs.recent(`discord:${learner.id}`, 5)).toEqual([]);
  });

  test('AutoMod blocks an answer to a mention: it is said in other words, under the question', async () => {
    on = await tutorOnDiscord();
    const { discord } = on;
    const learner = discord.person({ locale: 'ko' });
    refuse('POST', /^\/channels\/\d+\/messages$/, blockedByAutoMod());
    learner.says(discord.channel, `<@${discord.world.botId}> 에포크가 뭐예요?`);
    await discord.until(() => learner.sees(discord.channel).includes('AutoMod'), 'it is told');
    expect(discord.refusals).toHaveLength(1);
  });

  test.each([
    ['AutoMod blocks', blockedByAutoMod, /exempt/],
    ['an archived thread refuses', archivedThread, /opens it again/],
    ['a locked thread refuses', lockedThread, /unlock/],
    ['missing permissions refuse', missingPermissions, /permissions View Channel/],
  ])(
    '%s the edits of a run: no edit is repeated, and the log says what to do',
    async (_, why, advice) => {
      on = await tutorOnDiscord();
      const { discord, tutor } = on;
      tutor.pool.hold = true;
      const learner = discord.person();
      learner.slash(discord.channel, 'fit', { epochs: 1, batch: 10 });
      const step = await tutor.pool.next();
      await discord.until(() => learner.sees(discord.channel).includes('Network'), 'it begins');
      for (let tries = 0; tries < 8; tries += 1) refuse('PATCH', edit, why());
      refuse('POST', /^\/channels\/\d+\/messages$/, why());
      step.finish();
      const [run] = await tutor.runs.recent(`discord:${learner.id}`, 1);
      await tutor.runs.ended(run?.record.id ?? '');
      await tutor.liveRuns.settled(run?.record.id ?? '');
      expect(discord.refusals.length).toBeLessThanOrEqual(3);
      expect(advised(advice)).toBe(true);
    },
  );

  test.each([
    ['permissions', missingPermissions(), /permission/],
    ['an archived thread', archivedThread(), /archived/],
    ['a locked thread', lockedThread(), /unlock/],
  ])('%s, during a run: the log says what to do, and nothing is retried', async (...asked) => {
    const [, problem, advice] = asked;
    on = await tutorOnDiscord();
    const { discord, tutor } = on;
    tutor.pool.hold = true;
    const learner = discord.person();
    learner.slash(discord.channel, 'fit', { epochs: 1, batch: 10 });
    const step = await tutor.pool.next();
    await discord.until(() => learner.sees(discord.channel).includes('Network'), 'it begins');
    for (let tries = 0; tries < 8; tries += 1) refuse('PATCH', edit, problem);
    for (let tries = 0; tries < 8; tries += 1) refuse('POST', /\/messages$/, problem);
    step.finish();
    const [run] = await tutor.runs.recent(`discord:${learner.id}`, 1);
    const state = await tutor.runs.ended(run?.record.id ?? '');
    await tutor.liveRuns.settled(run?.record.id ?? '');
    expect(state.phase).toBe('completed');
    expect(advised(advice)).toBe(true);
    // One by token, one by the bot after that is refused, and one new message.
    expect(discord.refusals.length).toBeLessThanOrEqual(3);
  });

  test('a thread archived meanwhile: the end is not lost, /runs has it', async () => {
    on = await tutorOnDiscord();
    const { discord, tutor } = on;
    tutor.pool.hold = true;
    const thread = discord.thread(discord.channel);
    const learner = discord.person();
    learner.says(thread, `<@${discord.world.botId}> fit epochs:1 batch:10`);
    const step = await tutor.pool.next();
    await discord.until(() => learner.sees(thread).includes('Network'), 'it begins');
    thread.isArchived = true;
    step.finish();
    const [run] = await tutor.runs.recent(`discord:${learner.id}`, 1);
    await tutor.runs.ended(run?.record.id ?? '');
    await tutor.liveRuns.settled(run?.record.id ?? '');
    expect(advised(/whoever writes in it opens it again/)).toBe(true);
    learner.slash(discord.channel, 'runs');
    await discord.until(() => learner.sees(discord.channel).includes('Your runs'), 'it is told');
    expect(learner.sees(discord.channel)).toMatch(/loss \d/);
  });

  test.each([
    ['permissions', missingPermissions(), /not allowed to/],
    ['AutoMod', blockedByAutoMod(), /AutoMod/],
  ])('no thread for a quiz, for %s: reported as that', async (_, problem, told) => {
    on = await tutorOnDiscord();
    const { discord } = on;
    refuse('POST', /\/threads$/, problem);
    const learner = discord.person();
    learner.slash(discord.channel, 'quiz');
    await discord.until(() => told.test(learner.sees(discord.channel)), 'it is told');
    expect(learner.sees(discord.channel)).not.toContain('Something broke');
    expect(on.tutor.faults).toEqual([]);
    expect(advised(/whoever manages the server/)).toBe(true);
  });

  test('a refused ping does not affect the run, and the log says what to do', async () => {
    on = await tutorOnDiscord();
    const { discord, tutor } = on;
    refuse('POST', /^\/channels\/\d+\/messages$/, missingPermissions());
    const learner = discord.person();
    learner.slash(discord.channel, 'fit', { epochs: 1, batch: 10, ping: 'on' });
    await discord.until(() => advised(/permission/), 'it is told');
    const [run] = await tutor.runs.recent(`discord:${learner.id}`, 1);
    await tutor.liveRuns.settled(run?.record.id ?? '');
    expect(learner.sees(discord.channel)).toContain('Done.');
    expect(discord.refusals).toHaveLength(1);
  });

  test('the bot may not write where it is mentioned: one line in the log', async () => {
    on = await tutorOnDiscord();
    const { discord } = on;
    discord.channel.botPermissions &= ~PermissionFlagsBits.SendMessages;
    const learner = discord.person();
    learner.says(discord.channel, `<@${discord.world.botId}> help`);
    await discord.until(() => advised(/permission/), 'it is told');
    expect(on.log.filter(({ message }) => message.includes('permission'))).toHaveLength(1);
  });
});
