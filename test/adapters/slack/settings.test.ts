/** /settings on Slack: permissions, channels, threads, and direct messages to the bot. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../support/slack/person.js';
import { tutorOnSlack, type TutorOnSlack } from '../../support/slack/tutor-on-slack.js';
import { untilShows } from '../../support/slack/until-shows.js';
import type { Channel } from '../../support/slack/world.js';

let on: TutorOnSlack;
let study: Channel;
let help: Channel;
let admin: Person;
let learner: Person;

beforeEach(async () => {
  on = await tutorOnSlack();
  const { slack } = on;
  study = slack.channel;
  help = slack.world.addChannel('help');
  admin = slack.person({ name: 'admin', isAdmin: true });
  learner = slack.person();
});

afterEach(async () => {
  expect(on.tutor.faults).toEqual([]);
  await on.close();
});

/** The form in which Slack passes on a channel picked from its list. */
const chosen = ({ id, name }: Channel): string => `<#${id}|${name}>`;
const mention = (words: string): string => `<@${on.slack.state.botUserId}> ${words}`;

describe('an admin', () => {
  test('sees the current settings, changes one and undoes it with the button', async () => {
    admin.slash(study, '/settings', 'show');
    await untilShows(on, admin, study, 'Settings of this workspace');
    admin.slash(study, '/settings', `channels:${chosen(help)} ${chosen(study)} runs:1`);
    const changed = await untilShows(on, admin, study, 'Changed: channels, runs.');
    expect(changed.onlyFor).toBe(admin.user.id);
    const link = `<#${help.id}> <#${study.id}>`;
    expect(JSON.stringify(changed.blocks)).toContain(`only in ${link}, their threads`);
    expect(changed.text).toContain(`only in ${link}, their threads`);
    admin.press(changed, 'Undo');
    await untilShows(on, admin, study, 'To undo it: /settings channels:<#');
    expect(await on.tutor.serverSettings.get('slack:T1')).toEqual({});
    expect(on.slack.refusals).toEqual([]);
  });

  test('can do so in a direct message to the bot, too', async () => {
    const alone = on.slack.directMessages();
    admin.writes(alone, `settings channels:<#${help.id}>`);
    await untilShows(on, admin, alone, 'Changed: channels.');
  });

  test.each([
    ['en-US', 'I cannot find such a channel in this workspace'],
    ['ko-KR', '그런 채널을 찾지 못했어요'],
  ])('can name only existing channels, in %s', async (locale, words) => {
    const korean = on.slack.person({ locale, isAdmin: true });
    korean.slash(study, '/settings', `channels:${chosen(help)} <#C0NONE|none>`);
    await untilShows(on, korean, study, words);
    const alone = on.slack.directMessages();
    korean.slash(study, '/settings', `channels:<#${alone.id}>`);
    await untilShows(on, korean, study, `“<#${alone.id}>”`);
    expect(await on.tutor.serverSettings.get('slack:T1')).toEqual({});
  });

  test('is told which scopes are missing', async () => {
    on.slack.state.missingScopes.add('channels:read');
    admin.slash(study, '/settings', `channels:${chosen(help)}`);
    await untilShows(on, admin, study, 'channels:read');
  });

  test('of another workspace has no say here', async () => {
    const guest = on.slack.person({ isAdmin: true, ofTeam: 'T2' });
    guest.slash(study, '/settings', 'runs:1');
    await untilShows(on, guest, study, 'are for its admins and owners');
  });
});

test.each([
  ['en-US', 'The settings of this workspace are for its admins and owners'],
  ['ko-KR', '이 워크스페이스의 설정은 관리자와 소유자만'],
])('everyone else is told so in one sentence, in %s', async (locale, words) => {
  const person = on.slack.person({ locale });
  person.slash(study, '/settings');
  await untilShows(on, person, study, words);
  expect(learner.sees(study)).toBe('');
});

describe('a channel where the tutor is off', () => {
  beforeEach(async () => {
    admin.slash(study, '/settings', `channels:${chosen(help)}`);
    await untilShows(on, admin, study, 'Changed: channels.');
  });

  test.each([
    ['en-US', 'please ask me in'],
    ['ko-KR', '이 채널에서는 답하지 않기로'],
  ])('answers only the asker, with a link to where it is on, in %s', async (locale, words) => {
    const person = on.slack.person({ locale });
    person.slash(study, '/fit', 'epochs:1 batch:10');
    const refusal = await untilShows(on, person, study, words);
    expect(refusal.onlyFor).toBe(person.user.id);
    expect(JSON.stringify(refusal.blocks)).toContain(`<#${help.id}>`);
    person.slash(help, '/data');
    await untilShows(on, person, help, 'penguins');
  });

  test('threads follow their channel', async () => {
    const asked = learner.says(study, mention('data'));
    await untilShows(on, learner, study, 'please ask me in');
    learner.says(study, mention('data'), { thread: asked.ts });
    await on.slack.until(
      () => learner.messages(study).filter(({ author }) => author === 'tutor').length === 2,
      'the thread is refused, too',
    );
    learner.says(help, mention('data'));
    await untilShows(on, learner, help, 'penguins');
  });

  test('direct messages to the bot work as before', async () => {
    const alone = on.slack.directMessages();
    learner.writes(alone, 'data');
    await untilShows(on, learner, alone, 'penguins');
  });
});

test("the workspace's language is used for people whose own we do not speak", async () => {
  admin.slash(study, '/settings', 'language:ko');
  await untilShows(on, admin, study, 'I speak Korean');
  const guest = on.slack.person({ locale: 'ja-JP' });
  guest.slash(study, '/data');
  await untilShows(on, guest, study, '배울 수 있는 데이터');
  learner.slash(help, '/data');
  await untilShows(on, learner, help, 'Data to learn from');
});

test('a channel in a question is not part of it', async () => {
  learner.says(study, mention(`what is an epoch ${chosen(help)}?`));
  await untilShows(on, learner, study, 'epoch');
  expect(on.slack.refusals).toEqual([]);
});

test('/status is Slack’s own there: /tutor-status tells only admins how the tutor is doing', async () => {
  admin.slash(study, '/tutor-status');
  await untilShows(on, admin, study, 'Slack: connected.');
  const korean = on.slack.person({ locale: 'ko-KR' });
  korean.slash(study, '/tutor-status');
  await untilShows(on, korean, study, '이 워크스페이스의 관리자와 소유자만');
});
