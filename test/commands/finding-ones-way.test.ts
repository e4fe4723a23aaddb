/** What a newcomer asks first: /help, /data, /language. */
import { beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.js';
import { builtinDatasets, builtinNames } from '../../src/datasets/builtin.js';
import { readCsv } from '../../src/datasets/csv/read.js';
import { Tutor } from '../support/tutor.js';

let tutor: Tutor;

beforeEach(() => {
  tutor = new Tutor();
});

describe('/help', () => {
  test('names every command, and its examples work when pressed', async () => {
    const { audience, words, message } = await tutor.say('/help');
    expect(audience).toBe('asker');
    for (const { spec } of commands) {
      if (spec.name !== 'help') expect(words).toContain(`- /${spec.name} `);
    }
    const before = tutor.asker.answers.length;
    for (const { command } of message.buttons ?? []) await tutor.say(command, { pressed: true });
    const answers = tutor.asker.answers.slice(before).map((answer) => answer.words);
    expect(answers).toHaveLength(3);
    for (const answer of answers) expect(answer).not.toMatch(/no (command|option)/);
    expect(tutor.faults).toEqual([]);
  });

  test('its longer example is a valid command', async () => {
    const { words } = await tutor.say('/help');
    const example = /\/fit data:\S+ .*$/m.exec(words)?.[0] ?? '';
    expect(await tutor.say(example)).toMatchObject({ audience: 'everyone' });
  });

  test('for one command shows its options, with their allowed values', async () => {
    const { words } = await tutor.say('/help fit');
    expect(words).toContain(
      '- epochs (1–500): How many times all training rows are used (20 if left out)',
    );
    expect(words).toContain('- activation (relu, tanh, sigmoid): ');
    expect(words).toContain('- csv: ');
    expect((await tutor.say('/help /runs')).words).toContain('It has no options.');
  });
});

describe('/data', () => {
  test('names every data set and the source of its rows, with one press to train', async () => {
    const { words, message } = await tutor.say('/data');
    for (const name of builtinNames) expect(words).toContain(`- ${name}: `);
    expect(words).toContain('no row is real');
    expect(message.buttons?.map(({ command }) => command)).toEqual(
      builtinNames.map((name) => `/fit data:${name}`),
    );
  });

  test.each(builtinNames)('%s shows its columns and first rows', async (name) => {
    const { words, message } = await tutor.say(`/data ${name}`);
    expect(words.startsWith(`${name}: `)).toBe(true);
    for (const line of name === 'digits' ? [] : words.split('\n').slice(2, -1)) {
      expect(line, 'a column and three values').toMatch(/^\S.*\s{2,}.*, .*, .*$/);
    }
    const [file] = message.attachments ?? [];
    expect(file?.name).toBe(`${name}.csv`);
    const { columns, rows } = readCsv(file?.bytes ?? new Uint8Array());
    const table = builtinDatasets[name].table();
    expect({ columns, rows }).toEqual({ columns: table.columns, rows: table.rows });
  });
});

test('/data digits draws its first rows, narrow enough for a phone', async () => {
  const { message } = await tutor.say('/data digits');
  const drawn = message.blocks.flatMap((block) => (block.kind === 'code' ? [block.text] : []));
  expect(drawn).toEqual([
    [
      '    ▒▒██▓▓░░            ▓▓██▒▒',
      '    ████▓▓██▒▒          ▓▓██▓▓',
      '  ░░██░░  ▓▓▒▒        ░░████▒▒',
      '  ░░▓▓    ▒▒▒▒      ▒▒██████░░',
      '  ▒▒▒▒    ▓▓▒▒        ░░████░░',
      '  ░░▓▓  ░░▓▓▒▒        ░░████▒▒',
      '  ░░██▒▒▓▓▓▓          ░░████▒▒',
      '    ▒▒██▓▓              ▓▓██▓▓',
      'digit 0           digit 1',
    ].join('\n'),
  ]);
});

describe('/language', () => {
  test('answers in the new language, and continues in it', async () => {
    expect((await tutor.say('/language ko')).words).toBe('이제부터 한국어로 답할게요.');
    expect((await tutor.say('/stop')).words).toBe(
      '지금 돌고 있는 내 학습이 없어서 멈출 것이 없어요.',
    );
  });

  test('auto returns to the chat’s setting', async () => {
    await tutor.say('/language ko');
    const { words } = await tutor.say('/language auto');
    expect(words).toBe('I’ll answer you in the language of your chat from now on.');
  });

  test('keeps the view', async () => {
    await tutor.say('/fit view:compact');
    await tutor.say('/language 한국어');
    expect(await tutor.preferences.get('web:1')).toEqual({ locale: 'ko', view: 'compact' });
  });

  test('is separate for each person', async () => {
    await tutor.say('/language ko');
    const { words } = await tutor.say('/stop', { user: { id: 'web:2', name: 'Jun' } });
    expect(words).toBe('You have no run going, so there is nothing to stop.');
  });
});
