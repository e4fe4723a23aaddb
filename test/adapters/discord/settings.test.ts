/** /settings on Discord: permissions, channels, threads, and people who only mention the bot. */
import { ChannelType } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../support/discord/person.js';
import { tutorOnDiscord, type TutorOnDiscord } from '../../support/discord/tutor-on-discord.js';
import type { Channel } from '../../support/discord/world.js';

let on: TutorOnDiscord;
let study: Channel;
let help: Channel;
let admin: Person;
let learner: Person;

beforeEach(async () => {
  on = await tutorOnDiscord();
  const { discord } = on;
  study = discord.channel;
  help = discord.world.addChannel(discord.guild, ChannelType.GuildText, 'help');
  admin = discord.person({ name: 'admin', managesServer: true });
  learner = discord.person();
});

afterEach(async () => {
  expect(on.discord.refusals).toEqual([]);
  expect(on.tutor.faults).toEqual([]);
  await on.close();
});

async function untilSees(person: Person, channel: Channel, words: string): Promise<string> {
  await on.discord.until(() => person.sees(channel).includes(words), `"${words}" is seen`);
  return person.sees(channel);
}

const link = ({ id }: Channel): string => `<#${id}>`;
const mention = (words: string): string => `<@${on.discord.world.botId}> ${words}`;

describe('people who manage the server', () => {
  test('see the current settings, change one and undo it with the button', async () => {
    admin.slash(study, 'settings');
    await untilSees(admin, study, 'I answer in every channel');
    admin.slash(study, 'settings', { channels: `${link(help)} ${link(study)}`, runs: 1 });
    await untilSees(admin, study, 'Changed: channels, runs.');
    const [, changed] = admin.answers(study);
    if (!changed) throw new Error('there is no second answer');
    expect(changed.content).toContain(`I answer only in ${link(help)} ${link(study)},`);
    expect(changed.onlyFor).toBe(admin.id);
    admin.press(changed, 'Undo');
    await untilSees(admin, study, 'To undo it: /settings channels:<#');
    expect(await on.tutor.serverSettings.get(`discord:${on.discord.guild.id}`)).toEqual({});
  });

  test('can name only text channels of this server', async () => {
    const { world, guild } = on.discord;
    const category = world.addChannel(guild, ChannelType.GuildCategory, 'rooms');
    const elsewhere = world.addChannel(world.addGuild(), ChannelType.GuildText, 'elsewhere');
    const strangers = [category, elsewhere, on.discord.thread(help)];
    for (const stranger of strangers) {
      admin.slash(study, 'settings', { channels: `${link(help)} ${link(stranger)}` });
      await untilSees(admin, study, `channels was “${link(stranger)}”; that is not a text channel`);
    }
  });

  test('can ask in words, through a role or as the owner', async () => {
    admin.says(study, mention(`settings channels:${link(help)}`));
    await untilSees(admin, study, 'Changed: channels.');
    admin.says(study, mention('settings show'));
    await untilSees(admin, study, `To change something`);
  });
});

describe('people who do not manage it', () => {
  test.each([
    ['en-US', 'please ask one of them'],
    ['ko', '관리자에게 부탁해 주세요'],
  ])('are told so in one sentence, in %s', async (locale, words) => {
    const other = on.discord.person({ locale, managesMessages: true });
    other.slash(study, 'settings', { runs: 1 });
    await untilSees(other, study, words);
    expect(learner.sees(study)).toBe('');
    learner.says(study, mention('settings runs:1'));
    await untilSees(learner, study, 'please ask one of them');
  });

  test('and there is nothing to manage between two people, or where only one person uses the app', async () => {
    const alone = on.discord.directMessages();
    learner.says(alone, 'settings runs:1');
    await untilSees(learner, alone, 'Settings belong to a server that I was added to');
    on.discord.guild.botIsMember = false;
    admin.slash(study, 'settings', { runs: 1 });
    await untilSees(admin, study, 'Settings belong to a server that I was added to');
  });
});

describe('a channel where the tutor is off', () => {
  beforeEach(async () => {
    admin.slash(study, 'settings', { channels: link(help) });
    await untilSees(admin, study, 'Changed: channels.');
  });

  test.each([
    ['en-US', 'please ask me in'],
    ['ko', '이 채널에서는 답하지 않기로'],
  ])('answers only the asker, with a link to where it is on, in %s', async (locale, words) => {
    const person = on.discord.person({ locale });
    person.slash(study, 'fit', { epochs: 1 });
    await untilSees(person, study, words);
    const [refusal] = person.answers(study);
    expect(refusal?.content).toContain(link(help));
    expect(learner.sees(study)).toBe('');
    person.slash(help, 'data');
    await untilSees(person, help, 'penguins');
  });

  test('threads follow their channel, however one asks in them', async () => {
    const [closed, open] = [on.discord.thread(study), on.discord.thread(help)];
    learner.slash(closed, 'data');
    await untilSees(learner, closed, 'please ask me in');
    learner.slash(open, 'data');
    await untilSees(learner, open, 'penguins');
    const other = on.discord.person();
    other.says(closed, mention('data'));
    await on.discord.until(() => learner.answers(closed).length === 2, 'it is answered');
    expect(learner.answers(closed)[1]?.content).toContain('please ask me in');
    other.says(open, mention('explain epoch'));
    await untilSees(other, open, 'One epoch');
  });

  test('direct messages work as before', async () => {
    const alone = on.discord.directMessages();
    learner.slash(alone, 'data');
    await untilSees(learner, alone, 'penguins');
  });
});

describe("the server's language", () => {
  beforeEach(async () => {
    admin.slash(study, 'settings', { language: 'ko' });
    await untilSees(admin, study, 'I speak Korean');
  });

  test('is used for people whose own we do not speak, or who only write to us', async () => {
    on.discord.person({ locale: 'ja' }).slash(help, 'data');
    await untilSees(learner, help, '배울 수 있는 데이터');
    learner.says(study, mention('data'));
    await untilSees(learner, study, '배울 수 있는 데이터');
  });

  test('is used for suggestions, too', async () => {
    const asked = on.discord.person({ locale: 'ja' }).types(study, 'fit', 'data', 'pen');
    await on.discord.until(() => asked.choices !== undefined, 'suggestions are there');
    expect(asked.choices?.[0]?.name).toContain('펭귄');
  });

  test('is not used for people whose language Discord reports', async () => {
    learner.slash(study, 'data');
    await untilSees(learner, study, 'Data to learn from');
  });
});

test('/status: offered to managers, answered to them alone, and refused to others who type it', async () => {
  const { channel } = on.discord;
  expect(on.discord.commands().find((one) => 'name' in one && one.name === 'status')).toMatchObject(
    {
      default_member_permissions: '32',
      contexts: [0],
    },
  );
  admin.slash(channel, 'status');
  await untilSees(admin, channel, 'How the tutor is doing now');
  expect(admin.answers(channel)[0]?.onlyFor).toBe(admin.id);
  expect(admin.sees(channel)).toContain('Discord: connected.');
  learner.slash(channel, 'status');
  await untilSees(learner, channel, 'Only people who may manage a server can see');
});
