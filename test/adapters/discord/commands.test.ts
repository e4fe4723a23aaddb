/** Commands as Discord offers them, and the input people give. */
import { ChannelType, PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../../commands/index.js';
import { registration } from '../../../src/adapters/discord/registration.js';
import { register } from '../../../src/adapters/discord/register.js';
import { Requests } from '../../../src/adapters/discord/requests.js';
import type { HostedFile } from '../../support/discord/cdn.js';
import type { Person } from '../../support/discord/person.js';
import { messyTable } from '../../support/messy-table.js';
import { tutorOnDiscord, type TutorOnDiscord } from '../../support/discord/tutor-on-discord.js';

let on: TutorOnDiscord;
let learner: Person;

beforeEach(async () => {
  on = await tutorOnDiscord();
  learner = on.discord.person();
});

afterEach(async () => {
  expect(on.discord.refusals).toEqual([]);
  await on.close();
});

const specs = commands.map(({ spec }) => spec);

async function untilSees(
  words: string,
  person = learner,
  channel = on.discord.channel,
): Promise<void> {
  await on.discord.until(() => person.sees(channel).includes(words), `"${words}" is seen`);
}

describe('registration', () => {
  test('in both languages, as it was agreed', () => {
    expect(registration(specs)).toMatchSnapshot();
  });

  test('at the start, and again only after a change', async () => {
    const { discord } = on;
    expect(discord.commands()).toHaveLength(registration(specs).length);
    expect(discord.registrations).toBe(1);
    const requests = new Requests({ token: discord.token, apiUrl: discord.apiUrl });
    expect(await register({ requests, specs })).toMatchObject({ changed: false });
    expect(await register({ requests, specs: specs.slice(1) })).toMatchObject({ changed: true });
    expect(discord.registrations).toBe(2);
    await requests.close();
  });

  test('a person with Korean Discord picks from Korean names; the values sent stay the same', async () => {
    const { discord } = on;
    const korean = discord.person({ locale: 'ko' });
    const fit = korean.offered('fit');
    expect(fit?.name).toBe('학습');
    expect(fit?.options.map(({ name }) => name).slice(0, 2)).toEqual(['에포크', '배치']);
    expect(fit?.options.find(({ name }) => name === '속도')?.choices).toEqual([
      { name: '지켜보기', value: 'watch' },
      { name: '빠르게', value: 'fast' },
    ]);
    expect(learner.offered('fit')).toMatchObject({ name: 'fit' });
    expect(learner.offered('fit')?.options[0]).toMatchObject({ name: 'epochs' });
    korean.slash(discord.channel, 'fit', { epochs: 1, pace: 'fast' });
    await untilSees('끝!');
    // When the bot is mentioned: typed by the Korean names.
    korean.says(discord.channel, `<@${discord.world.botId}> /학습 에포크:2 배치:100 속도:빠르게`);
    await discord.until(() => korean.sees(discord.channel).split('끝!').length === 3, 'both ended');
  });

  test('in one server, without contexts, which only global commands may have', async () => {
    const { discord } = on;
    const requests = new Requests({ token: discord.token, apiUrl: discord.apiUrl });
    const guildId = discord.guild.id;
    expect(await register({ requests, specs, guildId })).toMatchObject({ changed: true });
    expect(await register({ requests, specs, guildId })).toMatchObject({ changed: false });
    expect(discord.commands(guildId)[0]).not.toHaveProperty('contexts');
    await requests.close();
  });
});

describe('suggestions while typing', () => {
  async function suggested(command: string, option: string, typed: string): Promise<string[]> {
    const asked = learner.types(on.discord.channel, command, option, typed);
    await on.discord.until(() => asked.choices !== undefined, 'suggestions are there');
    return (asked.choices ?? []).map(({ value }) => value);
  }

  test('data sets, by name and by topic', async () => {
    expect(await suggested('fit', 'data', 'pen')).toEqual(['penguins']);
    expect(await suggested('fit', 'data', '')).toContain('churn');
  });

  test('concepts, also by their Korean names', async () => {
    expect(await suggested('explain', 'concept', '에포')).toContain('epoch');
  });

  test("the asker's own runs, nobody else's", async () => {
    learner.slash(on.discord.channel, 'fit', { epochs: 1 });
    await untilSees('Done.');
    const [run] = await on.tutor.runs.recent(`discord:${learner.id}`, 1);
    expect(await suggested('code', 'run', '')).toEqual([run?.record.id]);
    learner = on.discord.person();
    expect(await suggested('code', 'run', '')).toEqual([]);
  });

  test('for stopping, only runs in progress; for comparing, only finished ones, one after another', async () => {
    const ids = async (): Promise<string[]> =>
      (await on.tutor.runs.recent(`discord:${learner.id}`, 5)).map(({ record }) => record.id);
    for (let run = 1; run <= 2; run += 1) {
      learner.slash(on.discord.channel, 'fit', { epochs: 1 });
      await on.discord.until(
        () => learner.sees(on.discord.channel).split('Done.').length === run + 1,
        'it ended',
      );
    }
    on.tutor.pool.hold = true;
    learner.slash(on.discord.channel, 'fit', { epochs: 1 });
    const step = await on.tutor.pool.next();
    const [going = '', second = '', first = ''] = await ids();
    expect(await suggested('stop', 'run', '')).toEqual([going]);
    expect(await suggested('compare', 'runs', '')).toEqual([second, first]);
    expect(await suggested('compare', 'runs', second)).toEqual([`${second} ${first}`]);
    expect(await suggested('compare', 'runs', `${second} ${first.slice(0, 3)}`)).toEqual([
      `${second} ${first}`,
    ]);
    step.finish();
  });
});

test.each([
  ['ask', { question: 'what is an epoch?' }],
  ['explain', { concept: 'epoch' }],
  ['data', { name: 'penguins' }],
])('/%s private:yes is answered to the asker alone', async (command, options) => {
  const other = on.discord.person();
  const { channel } = on.discord;
  learner.slash(channel, command, { ...options, private: 'yes' });
  await on.discord.until(() => learner.answers(channel).length > 0, 'it is answered');
  expect(learner.sees(channel)).toContain('only you can see this');
  expect(other.sees(channel)).toBe('');
  learner.slash(channel, command, { ...options, private: 'no' });
  await on.discord.until(() => other.answers(channel).length > 0, 'this one everybody sees');
});

test('private in a mention: the answer says that everybody can read it', async () => {
  const { channel, world } = on.discord;
  learner.says(channel, `<@${world.botId}> /explain epoch private:yes`);
  await untilSees('Everybody can read my answer to a mention');
});

test('a run that need not wait does not claim to wait', async () => {
  learner.slash(on.discord.channel, 'fit', { epochs: 1 });
  await untilSees('Done.');
  const frames = learner.answers(on.discord.channel).flatMap(({ history }) => history);
  expect(frames.filter((frame) => frame.includes('free place'))).toEqual([]);
});

test('a mistake is reported to its author alone, naming option, value and what is allowed', async () => {
  const other = on.discord.person();
  learner.slash(on.discord.channel, 'fit', { epochs: 0 });
  await untilSees('epochs');
  expect(learner.sees(on.discord.channel)).toMatch(/epochs was “0”.* from 1 to 500/);
  expect(other.sees(on.discord.channel)).toBe('');
});

describe('a CSV file', () => {
  const rows = ['size,price', ...Array.from({ length: 30 }, (_, row) => `${row},${row * 2}`)];

  async function fitted(file: HostedFile): Promise<void> {
    learner.slash(on.discord.channel, 'fit', { epochs: 1, csv: file });
    await on.discord.until(() => learner.sees(on.discord.channel) !== '', 'there is an answer');
  }

  test('attached to the command is the data that is trained on', async () => {
    await fitted({ filename: 'homes.csv', content: rows.join('\n') });
    await untilSees('Done.');
    const kept = [...on.tutor.uploads.values()].map((bytes) => Buffer.from(bytes).toString());
    expect(kept).toEqual([rows.join('\n')]);
  });

  test('too large is refused before anything is downloaded', async () => {
    await fitted({ filename: 'big.csv', content: 'a,b\n1,2', saidSize: 500_000_000 });
    await untilSees('MB');
    expect(on.discord.cdn.asked).toEqual([]);
  });

  test('larger than announced is dropped during the download', async () => {
    await fitted({ filename: 'big.csv', content: 'x'.repeat(11_000_000), saidSize: 10 });
    await untilSees('too large');
  });

  test('that redirects elsewhere is not followed', async () => {
    await fitted({ filename: 'far.csv', content: '', redirectTo: 'http://127.0.0.1:1/' });
    await untilSees('could not be fetched');
  });
});

describe('a file’s contents', () => {
  const file = { filename: 'customers.csv', content: messyTable() };
  const newestAnswer = (person: typeof learner) => {
    const newest = person.answers(on.discord.channel).at(-1);
    if (!newest) throw new Error('there is no answer');
    return newest;
  };

  test('are seen by the asker alone, corrected with buttons, and trained on', async () => {
    const other = on.discord.person();
    learner.slash(on.discord.channel, 'data', { csv: file });
    await untilSees('Train on it');
    const seen = learner.sees(on.discord.channel);
    for (const words of [
      'customers.csv: 130 rows, 7 columns',
      'Nothing has been trained yet',
      '1 line above the column names was skipped',
      'A row of totals was left out (Total)',
      'I predict left, the last column, since none was chosen',
      'no (120 rows), yes (10 rows)',
      'price · number in $',
      'note · 130 different values',
      'left out: different in nearly every row',
      'visits: 2 cells count as gaps',
      '“berlin” counted as “Berlin”',
    ]) {
      expect(seen).toContain(words);
    }
    learner.press(newestAnswer(learner), 'Predict price');
    await untilSees('To predict: price');
    expect(other.answers(on.discord.channel)).toEqual([]);
    learner.press(newestAnswer(learner), 'Train on it');
    await untilSees('Done.');
    const [run] = await on.tutor.runs.recent(`discord:${learner.id}`, 1);
    expect(run?.record.settings.dataset).toMatchObject({
      ...{ kind: 'csv', fileName: 'customers.csv', target: 'price' },
    });
    expect(on.discord.refusals).toEqual([]);
  });

  test('that come with a mention are shown to the sender once they press', async () => {
    const other = on.discord.person();
    learner.says(on.discord.channel, `<@${on.discord.world.botId}>`, [file]);
    await untilSees('See what is in it');
    const offered = newestAnswer(learner);
    other.press(offered, 'See what is in it');
    await on.discord.until(
      () => other.sees(on.discord.channel).includes('for the person who sent them'),
      'others are refused',
    );
    learner.press(offered, 'See what is in it');
    await untilSees('Train on it');
    expect(other.sees(on.discord.channel)).not.toContain('price');
  });
});

describe('without a slash', () => {
  test('a mention with a command in words', async () => {
    learner.says(on.discord.channel, `<@${on.discord.world.botId}> fit epochs:1 batch:10`);
    await untilSees('Done.');
    const [answer] = learner.answers(on.discord.channel);
    expect(answer?.replyTo).toBeDefined();
  });

  test('a mention where the bot may not read the earlier messages', async () => {
    on.discord.channel.botPermissions &= ~PermissionFlagsBits.ReadMessageHistory;
    learner.says(on.discord.channel, `<@${on.discord.world.botId}> help`);
    await untilSees('/fit');
    expect(on.discord.refusals.splice(0)).toMatchObject([{ code: 160002 }]);
  });

  test('a mention without words gets help', async () => {
    learner.says(on.discord.channel, `<@${on.discord.world.botId}>`);
    await untilSees('/fit');
  });

  test('a direct message, in the language it is written in', async () => {
    const alone = on.discord.directMessages();
    learner.says(alone, '도움말 좀 주세요 /help');
    await on.discord.until(() => learner.answers(alone).length > 0, 'there is an answer');
    expect(learner.sees(alone)).toMatch(/[가-힣]/);
  });

  test('the bot ignores what others say to each other', async () => {
    learner.says(on.discord.channel, 'fit epochs:1 batch:10');
    learner.says(on.discord.channel, `<@${on.discord.world.botId}>`);
    await untilSees('/fit');
    expect(learner.answers(on.discord.channel)).toHaveLength(1);
  });
});

describe('places', () => {
  test('in a direct message with the bot', async () => {
    const alone = on.discord.directMessages();
    learner.slash(alone, 'fit', { epochs: 1, batch: 10 });
    await untilSees('Done.', learner, alone);
  });

  test('in a group chat where a person uses the app', async () => {
    const friends = on.discord.world.addChannel(undefined, ChannelType.GroupDM, 'friends');
    learner.slash(friends, 'fit', { epochs: 1, batch: 10 });
    await untilSees('Done.', learner, friends);
  });

  test('in a channel the bot itself cannot see', async () => {
    on.discord.channel.botPermissions &= ~PermissionFlagsBits.ViewChannel;
    learner.slash(on.discord.channel, 'fit', { epochs: 2, batch: 10 });
    await untilSees('Done.');
  });
});

test('people’s text stays plain text wherever it is repeated', async () => {
  learner.slash(on.discord.channel, 'code', { run: '@everyone **`' });
  await untilSees('@everyone **`');
  const [answer] = learner.answers(on.discord.channel);
  expect(answer?.content).toContain('``@everyone **`');
});
