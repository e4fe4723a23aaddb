/** What people on Discord ask in their own words, the files they bring, the logs they find in messages. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../support/discord/person.js';
import { readable } from '../../support/discord/transcript.js';
import { tutorOnDiscord, type TutorOnDiscord } from '../../support/discord/tutor-on-discord.js';
import { pressables, type Channel, type Message } from '../../support/discord/world.js';
import { loggedText } from '../../support/logs.js';

let on: TutorOnDiscord;

beforeEach(async () => {
  on = await tutorOnDiscord();
});

afterEach(async () => {
  expect(on.discord.refusals).toEqual([]);
  expect(on.tutor.faults).toEqual([]);
  await on.close();
});

async function reads(
  person: Person,
  words: string,
  channel: Channel = on.discord.channel,
): Promise<Message> {
  const found = (): Message | undefined =>
    person.answers(channel).findLast(({ content }) => readable(content).includes(words));
  await on.discord.until(() => found() !== undefined, `"${words}" is read`);
  const message = found();
  if (!message) throw new Error('it was read and went');
  return message;
}

function mention(words = ''): string {
  return `<@${on.discord.world.botId}> ${words}`;
}

const labels = (message: Message): readonly string[] =>
  pressables(message).map(({ label }) => label);

describe('a request in words', () => {
  test('by mention: nothing starts before the button is pressed, then it does', async () => {
    const { discord, tutor } = on;
    const learner = discord.person();
    learner.says(discord.channel, mention('can you train 3 epochs with batch 100 please?'));
    const offer = await reads(learner, 'Train 3 epochs with a batch size of 100 on churn?');
    expect(labels(offer)).toEqual(['Start the training']);
    expect(tutor.runs.active(`discord:${learner.id}`)).toEqual([]);
    learner.press(offer, 'Start the training');
    await reads(learner, '3 epochs × 80 iterations');
  });

  test('three quick presses of Start the training start one run, and the other presses are told which', async () => {
    const { discord, tutor } = on;
    const learner = discord.person();
    learner.says(discord.channel, mention('can you train 3 epochs with batch 100 please?'));
    const offer = await reads(learner, 'Train 3 epochs with a batch size of 100 on churn?');
    for (let press = 0; press < 3; press += 1) learner.press(offer, 'Start the training');
    await reads(learner, 'Done.');
    const told = (): number =>
      learner
        .answers(discord.channel)
        .filter(
          ({ onlyFor, content }) =>
            onlyFor === learner.id && /has already started run|first press is enough/.test(content),
        ).length;
    await discord.until(() => told() === 2, 'the other presses are answered');
    expect(await tutor.runs.recent(`discord:${learner.id}`, 5)).toHaveLength(1);
  });

  test('in a direct message, in Korean', async () => {
    const { discord, tutor } = on;
    tutor.pool.hold = true;
    const learner = discord.person({ locale: 'ko' });
    const alone = discord.directMessages();
    learner.says(alone, '에포크 3번 배치 100으로 돌려줘');
    const offer = await reads(learner, '에포크 3번(배치 크기 100) 학습할까요?', alone);
    learner.press(offer, '학습 시작');
    await tutor.pool.next();
    learner.says(alone, '멈춰');
    const stop = await reads(learner, '학습을 멈출까요?', alone);
    learner.press(stop, labels(stop)[0] ?? '');
    await reads(learner, '멈췄어요', alone);
  });

  test.each([
    ['/train epochs:20', 'did you mean /fit?'],
    ['what does it mean to train 20 epochs with batch 10?', 'epoch'],
    ['show my runs', 'You have no runs yet'],
    ['what data sets are there?', 'Data to learn from'],
  ])('“%s” is answered at once', async (said, words) => {
    const learner = on.discord.person();
    const alone = on.discord.directMessages();
    learner.says(alone, said);
    const answer = await reads(learner, words, alone);
    expect(labels(answer)).not.toContain('Start the training');
  });

  test('a request to be forgotten: where others read along there is only a button, with a private answer', async () => {
    const { discord } = on;
    const [learner, other] = [discord.person(), discord.person()];
    learner.slash(discord.channel, 'fit', { epochs: 1, batch: 100 });
    await reads(learner, 'Done.');
    learner.says(discord.channel, mention('can you wipe all my stuff'));
    const offer = await reads(learner, 'Others can read along here');
    learner.press(offer, 'Delete my data');
    await reads(other, 'Others can read along here');
    expect((await reads(learner, 'This is all I keep about you')).onlyFor).toBe(learner.id);
  });
});

const rows = Array.from({ length: 40 }, (_, row) => `${row},${row % 3},${row % 2}`).join('\n');
const table = `size,colour,sold\n${rows}\n`;

describe('a file without a command', () => {
  test.each([
    ['shop.csv', ''],
    ['shop.csv', 'hi! here is what we sold'],
    ['shop.txt', ''],
  ])('%s with “%s”, in a direct message, is described', async (filename, said) => {
    const learner = on.discord.person();
    const alone = on.discord.directMessages();
    learner.says(alone, said, [{ filename, content: table }]);
    const answer = await reads(learner, `${filename}: 40 rows, 3 columns`, alone);
    learner.press(answer, 'Train on it');
    await reads(learner, 'Done.', alone);
  });

  test('by mention it is described to the person who presses', async () => {
    const { discord } = on;
    const learner = discord.person();
    learner.says(discord.channel, mention('look at this'), [
      { filename: 'shop.csv', content: table },
    ]);
    learner.press(
      await reads(learner, 'only you can see what is in shop.csv'),
      'See what is in it',
    );
    const answer = await reads(learner, 'shop.csv: 40 rows, 3 columns');
    expect(answer.onlyFor).toBe(learner.id);
    expect(labels(answer)).toContain('Train on it');
  });

  test.each(['message.txt', 'nohup.out', 'Untitled'])(
    '%s that is a log is read as a log',
    async (filename) => {
      const learner = on.discord.person();
      learner.says(on.discord.channel, mention(), [
        { filename, content: loggedText('keras3-overfit') },
      ]);
      await reads(learner, 'val_loss');
    },
  );

  test('a long message that is a log is read as one', async () => {
    const learner = on.discord.person();
    const alone = on.discord.directMessages();
    learner.says(alone, `so, this is what I got\n${loggedText('keras3-lesson').slice(0, 1_900)}`);
    await reads(learner, 'epoch', alone);
    expect(learner.sees(alone)).not.toContain('not sure');
  });
});

describe('“Explain this log”', () => {
  const log = [
    'Epoch 1/2',
    '1875/1875 [==============================] - 3s 1ms/step - loss: 0.2953 - accuracy: 0.9143',
    'Epoch 2/2',
    '1875/1875 [==============================] - 2s 1ms/step - loss: 0.1431 - accuracy: 0.9578',
  ].join('\n');

  test.each([
    ['an embed', { embeds: [{ title: 'job 17', description: log }] }],
    ['fields of an embed', { embeds: [{ fields: [{ name: 'stdout', value: log }] }] }],
    [
      'components',
      { components: [{ type: 17, components: [{ type: 10, content: '```\n' + log + '\n```' }] }] },
    ],
    [
      'a forwarded message',
      {
        message_reference: {
          type: 1,
          channel_id: '1576663259711275001',
          message_id: '1576663259711275002',
        },
        message_snapshots: [{ message: { content: log, embeds: [], attachments: [] } }],
      },
    ],
  ])('reads %s', async (_what, more) => {
    const { discord } = on;
    const [learner, bot] = [discord.person(), discord.person({ name: 'ci-bot' })];
    const message = bot.says(discord.channel, '');
    learner.choose(message, 'Explain this log', more);
    const answer = await reads(learner, '1,875');
    expect(readable(answer.content)).toContain('0.2953');
    expect(answer.onlyFor).toBe(learner.id);
  });

  test('reads the text file beside a picture', async () => {
    const { discord } = on;
    const learner = discord.person();
    const message = learner.says(discord.channel, 'my loss!');
    const hosted = ['loss.png', 'train.log'].map((filename) =>
      discord.cdn.host(discord.world.newId(), { filename, content: log }),
    );
    learner.choose(message, 'Explain this log', { attachments: hosted });
    await reads(learner, '1,875');
  });

  test.each(['keras', 'compact'])('reads one of our own runs in the view %s', async (view) => {
    const { discord } = on;
    const learner = discord.person();
    learner.slash(discord.channel, 'fit', { epochs: 3, batch: 100, view });
    const run = await reads(learner, 'Done.');
    learner.choose(run, 'Explain this log');
    await discord.until(() => learner.answers(discord.channel).length === 2, 'it is answered');
    const answer = learner.answers(discord.channel).at(-1);
    expect(answer?.onlyFor).toBe(learner.id);
    expect(readable(answer?.content ?? '')).toContain('80 batches × 3 epochs = 240');
    expect(answer?.content).not.toContain('batch_size 8');
  });
});
