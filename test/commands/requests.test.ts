/** Commands asked for in words: run directly if harmless, otherwise offered as a button. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { textFile, Tutor } from '../support/tutor.js';

let tutor: Tutor;
beforeEach(() => {
  tutor = new Tutor();
});
afterEach(async () => {
  await tutor.runs.close();
  expect(tutor.faults).toEqual([]);
});

const pressed = { pressed: true };
const ko = { locale: 'ko' } as const;
const runs = () => tutor.runs.recent('web:1', 9);
const rows = Array.from({ length: 40 }, (_, row) => `${row},${row % 3},${row % 2}`).join('\n');

describe('a training run', () => {
  test.each([
    [
      'train 20 epochs with batch 10',
      {},
      'Train 20 epochs with a batch size of 10 on churn?',
      '/fit epochs:20 batch:10',
    ],
    [
      '에포크 3번 배치 100으로 돌려줘',
      ko,
      'churn 데이터로 에포크 3번(배치 크기 100) 학습할까요?',
      '/fit epochs:3 batch:100',
    ],
    [
      'can you train one epoch on moons with lr 0.1?',
      {},
      'Train 1 epoch with a batch size of 32 on moons (lr:0.1)?',
      '/fit epochs:1 data:moons lr:0.1',
    ],
  ])('“%s” is offered in a sentence; the button starts it', async (said, how, words, command) => {
    const offer = await tutor.say(said, how);
    expect(offer.words).toBe(words);
    expect(offer.message.buttons?.map((button) => button.command)).toEqual([command]);
    expect(await runs()).toEqual([]);
    await tutor.say(command, pressed);
    expect(await runs()).toHaveLength(1);
  });

  test('“again” is the previous run, with the requested changes', async () => {
    const before = await tutor.train('/fit epochs:2 batch:100 data:moons pace:fast');
    const { words, message } = await tutor.say('run it again with batch 50');
    const { id } = before.record;
    expect(words).toBe(`Train 2 epochs with a batch size of 50 on moons (like:${id})?`);
    expect(message.buttons?.[0]?.command).toBe(`/fit like:${id} batch:50`);
  });

  test('on the file that came with it', async () => {
    const files = [textFile('shop.csv', `size,colour,sold\n${rows}\n`)];
    const { words, message } = await tutor.say('train 5 epochs on this please', { files });
    expect(words).toBe('Train 5 epochs with a batch size of 32 on shop.csv?');
    await tutor.say(message.buttons?.[0]?.command ?? '', pressed);
    expect((await tutor.newest()).record.settings).toMatchObject({
      epochs: 5,
      dataset: { kind: 'csv', fileName: 'shop.csv' },
    });
  });

  test('that is impossible is refused at once, with the option and its range', async () => {
    const { words, audience } = await tutor.say('train 5000 epochs with batch 10');
    expect(words).toBe('epochs was “5000”; it must be a whole number from 1 to 500.');
    expect(audience).toBe('asker');
  });

  test('a question about it stays one', async () => {
    const { message } = await tutor.say('what happens if I train 20 epochs with batch 10?');
    expect(message.buttons?.map(({ command }) => command)).not.toContain('/fit epochs:20 batch:10');
  });
});

test('Korean words are answered in Korean, unless another language was chosen', async () => {
  expect((await tutor.say('에포크 3번 돌려줘')).words).toContain('학습할까요?');
  await tutor.say('/language en');
  expect((await tutor.say('에포크 3번 돌려줘')).words).toContain('Train 3 epochs');
});

describe('a stop', () => {
  test.each([
    [
      'stop the training please',
      {},
      /^Stop run (\w+) after less than one epoch\? Its result so far is kept\.$/,
    ],
    [
      '멈춰',
      ko,
      /^(\w+) 학습을 멈출까요\? 아직 첫 에포크를 하는 중이에요\. 여기까지의 결과는 남아요\.$/,
    ],
  ])('“%s” asks first', async (said, how, words) => {
    tutor.pool.hold = true;
    await tutor.say('/fit epochs:3');
    const { id } = (await tutor.newest()).record;
    const offer = await tutor.say(said, how);
    expect(words.exec(offer.words)?.[1]).toBe(id);
    expect(offer.audience).toBe('asker');
    expect(tutor.runs.active('web:1')).toHaveLength(1);
    expect(offer.message.buttons?.map(({ command }) => command)).toEqual([`/stop run:${id}`]);
    await tutor.say(`/stop run:${id}`, pressed);
    expect((await tutor.runs.ended(id)).phase).toBe('stopped');
  });

  test('of nothing says so', async () => {
    expect((await tutor.say('stop training')).words).toBe(
      'You have no run going, so there is nothing to stop.',
    );
  });
});

test('requests that only show something run at once', async () => {
  await tutor.train('/fit epochs:1 batch:100 pace:fast');
  await tutor.train('/fit epochs:1 batch:50 pace:fast');
  expect((await tutor.say('show my runs')).words).toContain('Your runs, newest first');
  expect((await tutor.say('내 학습 기록 보여줘', ko)).words).toContain('batch');
  expect((await tutor.say('what data sets are there?')).words).toContain('Data to learn from');
  expect((await tutor.say('compare my last two')).message.attachments).toHaveLength(1);
});

test.each([
  [
    'send me all the data you keep about me',
    {},
    'Shall I send you everything I keep about you, as a file? Only you can see it.',
  ],
  ['내 데이터 보내줘', ko, '저장된 내 기록을 모두 파일로 받을까요? 파일은 나만 볼 수 있어요.'],
])('“%s” exports nothing before a press', async (said, how, words) => {
  const offer = await tutor.say(said, how);
  expect(offer).toMatchObject({ words, audience: 'asker' });
  expect(offer.message.attachments).toBeUndefined();
  expect(offer.message.buttons?.map(({ command }) => command)).toEqual(['/mydata']);
});

test.each(['train', 'start', 'learn', '훈련'])('/%s suggests /fit', async (name) => {
  expect((await tutor.say(`/${name} epochs:20`)).words).toBe(
    `There is no command /${name}; did you mean /fit?`,
  );
});

describe('a file without a command', () => {
  const table = `size,colour,sold\n${rows}\n`;

  test.each([
    ['shop.csv', ''],
    ['shop.csv', 'here is my data, can you have a look?'],
    ['shop.csv', '이 파일 좀 봐 주세요'],
    ['shop.txt', ''],
    ['shop', ''],
  ])('%s with “%s” is described', async (name, said) => {
    const { words, message } = await tutor.say(said, { files: [textFile(name, table)] });
    expect(words).toContain(`${name}: 40 rows, 3 columns`);
    expect(message.buttons?.[0]).toMatchObject({ label: 'Train on it' });
    expect(await runs()).toEqual([]);
  });

  test.each(['train.log', 'message.txt', 'nohup.out', 'Untitled'])(
    '%s is read as a log',
    async (name) => {
      const log = Array.from({ length: 5 }, (_, epoch) => [
        `Epoch ${epoch + 1}/5`,
        `100/100 [==============================] - 1s 2ms/step - loss: 0.${9 - epoch}000 - accuracy: 0.${5 + epoch}000`,
      ])
        .flat()
        .join('\n');
      const { words } = await tutor.say('', { files: [textFile(name, log)] });
      expect(words).toContain('0.9');
    },
  );

  test('that is neither says so', async () => {
    const essay = 'Dear diary,\ntoday I learned what an epoch is.\nIt was fun.\n';
    const { words } = await tutor.say('', { files: [textFile('diary.txt', essay)] });
    expect(words).toContain('diary.txt');
    expect(words).not.toContain('rows');
  });
});

describe('runs side by side', () => {
  test.each([
    [
      'compare batch sizes',
      {},
      'Train several values of batch side by side (10 · 32 · 100 · 1000), to see what it changes and what is just chance?',
      '/sweep batch:"10,32,100,1000"',
      'Sweep over batch',
    ],
    [
      '우리 반 다 같이 학습할 수 있어?',
      ko,
      '여기에서 수업을 열까요? 참여를 누른 사람마다 batch 값(10 · 32 · 100 · 1000) 하나를 받아 학습하고, 모두 한 현황판에 나와요. 수업을 여는 사람이 선생님이에요.',
      '/class action:start batch:"10,32,100,1000"',
      'Mina 님의',
    ],
  ])('“%s” is offered; the button begins it', async (said, how, words, command, begun) => {
    tutor.pool.hold = true;
    const offer = await tutor.say(said, how);
    expect(offer.words).toBe(words);
    expect(offer.message.buttons?.map((button) => button.command)).toEqual([command]);
    expect(await runs()).toEqual([]);
    expect((await tutor.say(command, { ...pressed, ...how })).words).toContain(begun);
    tutor.classes.stopTimers();
  });
});
