/** /log, however a log arrives: typed, pasted without a command, as a file. */
import { beforeEach, describe, expect, test } from 'vitest';
import { keras2Log, loggedText } from '../support/logs.js';
import { textFile, Tutor } from '../support/tutor.js';

let tutor: Tutor;
const falling = keras2Log({ loss: [0.5123, 0.431], accuracy: [0.7931, 0.8056] }, 800);
const explained = 'From epoch 1 to epoch 2 the loss went from 0.5123 to 0.4310';

beforeEach(() => {
  tutor = new Tutor();
});

describe('a log is understood', () => {
  test.each([
    ['behind its command', `/log ${falling}`],
    ['as its option', `/log text:${falling}`],
    ['as its option in Korean', `/log 로그: ${falling}`],
    ['alone', falling],
    ['with a question', `이거 왜 이래요?\n${falling}\n뭐가 문제예요?`],
    ['in a code block', `\`\`\`\n${falling}\n\`\`\``],
    [
      'below the call that printed it',
      `model.fit(X_train, y_train, batch_size=10, epochs=2)\n${falling}`,
    ],
  ])('%s', async (_how, line) => {
    const { audience, words } = await tutor.say(line);
    expect(words).toContain(explained);
    expect(audience).toBe('everyone');
    expect(tutor.asker.answers).toHaveLength(1);
    expect(await tutor.runs.recent('web:1', 1)).toEqual([]);
  });

  test('in Korean', async () => {
    const { words } = await tutor.say(falling, { locale: 'ko' });
    expect(words).toContain('아직 배우는 중이었어요.');
  });

  test('even if a chat has turned its line breaks into spaces', async () => {
    const { words } = await tutor.say(`/log text:${falling.replaceAll('\n', ' ')}`);
    expect(words).toContain(explained);
  });
});

describe('as a file', () => {
  const bytesOf = (name: string, bytes: Uint8Array) => ({
    name,
    sizeBytes: bytes.length,
    read: () => Promise.resolve(bytes),
  });

  test.each(['/log', '', '왜 이래요?'])('that came with “%s”', async (line) => {
    const files = [textFile('message.txt', falling)];
    expect((await tutor.say(line, { files })).words).toContain(explained);
  });

  test('in Windows encodings', async () => {
    const utf16 = Buffer.from(`\ufeff${falling}`, 'utf16le');
    expect((await tutor.say('/log', { files: [bytesOf('log.txt', utf16)] })).words).toContain(
      explained,
    );
    // “로그” in cp949.
    const cp949 = Buffer.concat([Buffer.from([0xb7, 0xce, 0xb1, 0xd7]), Buffer.from(falling)]);
    expect((await tutor.say('/log', { files: [bytesOf('log.txt', cp949)] })).words).toContain(
      explained,
    );
  });

  test('recorded from a terminal', async () => {
    const files = [textFile('train.log', loggedText('keras3-early'))];
    expect((await tutor.say('/log', { files })).words).toContain('EarlyStopping ended it');
  });

  test('that is not text, or too large, is refused without being repeated', async () => {
    const picture = bytesOf('loss.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]));
    expect((await tutor.say('/log', { files: [picture] })).words).toBe(
      'The file is not text; save what was printed as a .txt file, or paste it as it is.',
    );
    const large = {
      name: 'log.txt',
      sizeBytes: 10 * 2 ** 20 + 1,
      read: () => Promise.reject(new Error('must not be read')),
    };
    expect((await tutor.say('/log', { files: [large] })).words).toBe(
      'The file is too large; at most 1 MB can be read.',
    );
    expect(tutor.faults).toEqual([]);
  });
});

describe('an error instead of a log', () => {
  const error = 'RuntimeError: mat1 and mat2 shapes cannot be multiplied (32x784 and 100x10)';
  const traceback = `Traceback (most recent call last):\n${'  File "train.py", line 3\n'.repeat(2000)}${error}`;
  const explained = '784 columns arrive where the layer expects 100.';

  test.each([
    ['behind the command', `/log ${error}`],
    ['alone', error],
    ['below the start of a log', `Epoch 1/2\n 3/800 [>...] - ETA: 9s - loss: 0.7\n${error}`],
    ['below a whole epoch', `${falling}\n${error}`],
  ])('is explained %s', async (_how, line) => {
    expect((await tutor.say(line)).words).toContain(explained);
  });

  test.each(['message.txt', 'train.log', 'run.out', 'train.py'])('is found in %s', async (name) => {
    const files = [textFile(name, traceback)];
    for (const line of ['', '/log', 'why does it fail?']) {
      expect((await tutor.say(line, { files })).words).toContain(explained);
    }
    const { words } = await tutor.say('이거 왜 안 돼요?', { files });
    expect(words).toContain('784개');
    expect(tutor.faults).toEqual([]);
  });

  test('uses the person’s language, whatever the machine’s', async () => {
    expect((await tutor.say(error, { locale: 'ko' })).words).toContain('784개');
    expect((await tutor.say(`/log ${error}`, { locale: 'ko' })).words).toContain('784개');
  });

  test('a file with neither is read, and refused for that reason', async () => {
    const files = [textFile('notes.txt', 'buy milk')];
    const { words } = await tutor.say('what is this', { files });
    expect(words).toBe(
      'I read notes.txt, but it holds neither a training log nor an error message that I know; paste the lines that you mean.',
    );
  });

  test.each(['', '/log', '표 좀 봐줘'])(
    'a table is shown as one, with “%s” beside it',
    async (line) => {
      const rows = Array.from({ length: 30 }, (_, row) => `${row % 7}\t${row % 3}\t${row % 2}`);
      const files = [textFile('table.txt', ['a\tb\todd', ...rows].join('\n'))];
      const { words } = await tutor.say(line, { files });
      expect(words).toMatch(/table\.txt/);
      expect(words).toMatch(/30/);
      expect(words).toContain('odd');
    },
  );

  test('a file of almost 1 MiB is read, a larger one is not', async () => {
    const long = `${'x'.repeat(1000)}\n`.repeat(1040);
    const files = [textFile('log.txt', `${long}${error}`)];
    expect((await tutor.say('', { files })).words).toContain(explained);
  });
});

describe('what is not a log', () => {
  const noLog =
    'I see no training log there, and no error message that I know; a log has lines like Epoch 1/20 and 800/800 [====] - 2s 2ms/step - loss: 0.5123 - accuracy: 0.7931.';

  test.each(['/log', '/log hello', '/log text:Epoch 1/20', '/log epochs=20 batch_size=10'])(
    '%s',
    async (line) => {
      expect(await tutor.say(line)).toMatchObject({ audience: 'asker', words: noLog });
    },
  );

  test('a pasted call alone still trains', async () => {
    await tutor.say('model.fit(X_train, y_train, batch_size=10, epochs=2)');
    expect((await tutor.newest()).record.settings).toMatchObject({ batchSize: 10, epochs: 2 });
  });

  test('a text that is too long says so', async () => {
    const { words } = await tutor.say(`/log ${'x'.repeat(100_001)}`);
    expect(words).toBe('text has 100,001 characters; it may have at most 100,000.');
  });
});
