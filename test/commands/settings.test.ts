/** /settings, and what it changes for everyone. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Invocation, Server } from '../../src/chat/port.js';
import { openDatabase } from '../../src/storage/database.js';
import { DatabaseServerSettingsStore } from '../../src/storage/server-settings-store.js';
import { textFile, Tutor } from '../support/tutor.js';

let tutor: Tutor;

beforeEach(() => {
  tutor = new Tutor();
});

const channels = ['11', '12', '13'];

/** A person in a server with three channels. */
function within(
  changes: Partial<Server> = {},
  more: Partial<Invocation> = {},
): Partial<Invocation> {
  const server = {
    ...{ id: 'discord:1', manages: false, channelId: '11' },
    strangers: (ids: readonly string[]) =>
      Promise.resolve(ids.filter((id) => !channels.includes(id))),
    ...changes,
  };
  return { place: { platform: 'web', key: 'room' }, server, ...more };
}

const admin = within({ manages: true });

async function words(line: string, who: Partial<Invocation> = within()): Promise<string> {
  return (await tutor.say(line, who)).words;
}

describe('show', () => {
  test.each(['/settings', '/settings show', 'settings show', 'settings 보기'])(
    '%s',
    async (line) => {
      const { audience, words: shown } = await tutor.say(line, admin);
      expect(audience).toBe('asker');
      expect(shown).toContain('channels: I answer in every channel.');
      expect(shown).toContain('one person may have 2 runs going at once (my own limit).');
      expect(shown).toContain('a CSV may have up to 100,000 rows (my own limit).');
      expect(shown).toContain(
        'I speak English with people whose language the chat does not give (my own default).',
      );
    },
  );

  test('where there is no server, it shows the settings; a change is refused', async () => {
    const shown = await words('/settings show', {});
    expect(shown).toContain('2 runs');
    expect(shown).not.toContain('channels');
    expect(await words('/settings runs:1', {})).toBe(
      'Nobody manages this room, so nothing can be changed here; the person who starts the program decides.',
    );
    expect(await words('/settings runs:1', { locale: 'ko' })).toContain(
      '이 방에는 관리자가 없어서',
    );
  });
});

describe('a person who does not manage the server', () => {
  test.each(['/settings', '/settings runs:1', '/settings channels:all'])('%s', async (line) => {
    const { audience, words: refusal } = await tutor.say(line, within());
    expect(audience).toBe('asker');
    expect(refusal).toBe(
      'The settings of this server are for people who can manage it; please ask one of them if something should be different.',
    );
    expect(await words(line, within({}, { locale: 'ko' }))).toMatch(/관리자에게 부탁해 주세요\.$/);
    expect(await tutor.serverSettings.get('discord:1')).toEqual({});
  });
});

describe('a change', () => {
  test('states the new value and how to undo it', async () => {
    await words('/settings rows:5000', admin);
    const { message, words: said } = await tutor.say(
      '/settings channels:<#11> <#12> rows:20,000 language:korean',
      admin,
    );
    expect(said).toContain(
      'Changed: channels, rows, language. To undo it: /settings channels:all rows:5000 language:auto',
    );
    expect(said).toContain('I answer only in <#11> <#12>');
    expect(said).toContain('up to 20,000 rows.');
    expect(said).toContain('I speak Korean with people');
    const [undo] = message.buttons ?? [];
    expect(undo?.command).toBe('/settings channels:all rows:5000 language:auto');
    expect(await words(undo?.command ?? '', { ...admin, pressed: true })).toContain(
      'up to 5,000 rows',
    );
    expect(await tutor.serverSettings.get('discord:1')).toMatchObject({ rows: 5000 });
  });

  test('without effect says so', async () => {
    await words('/settings runs:1', admin);
    expect(await words('/settings runs:1 rows:default', admin)).toMatch(
      /^Nothing has changed: it was set that way already\./,
    );
  });

  test('applies to one server alone', async () => {
    await words('/settings runs:1', admin);
    expect(await words('/settings', within({ id: 'slack:T1', manages: true }))).toContain('2 runs');
  });

  test('outlives the process', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'tutor-settings-'));
    const first = openDatabase(dataDir);
    const before = new Tutor({ serverSettings: new DatabaseServerSettingsStore(first) });
    await before.say('/settings channels:<#12> runs:1', admin);
    first.close();
    const second = openDatabase(dataDir);
    const after = new Tutor({ serverSettings: new DatabaseServerSettingsStore(second) });
    const { words: shown } = await after.say('/settings', admin);
    expect(shown).toContain('I answer only in <#12>');
    expect(shown).toContain('1 run going');
    second.close();
    rmSync(dataDir, { recursive: true });
  });
});

describe('ends', () => {
  test('on, off and back by the button; off by default', async () => {
    const off = 'ends: the end of a run shows only in its own message.';
    expect(await words('/settings', admin)).toContain(off);
    const { message, words: said } = await tutor.say('/settings ends:on', admin);
    expect(said).toContain('Changed: ends. To undo it: /settings ends:off');
    expect(said).toContain(
      'a run that is over says so in a short reply under its message that mentions nobody.',
    );
    expect(await tutor.serverSettings.get('discord:1')).toEqual({ ends: true });
    expect(await words(message.buttons?.[0]?.command ?? '', admin)).toContain(off);
    expect(await tutor.serverSettings.get('discord:1')).toEqual({});
    expect(await words('/settings ends:off', admin)).toMatch(/^Nothing has changed/);
  });

  test('in Korean, its own words', async () => {
    const korean = within({ manages: true }, { locale: 'ko' });
    expect(await words('/설정 끝알림:켜기', korean)).toContain('짧은 답글도 남겨요');
    expect(await tutor.serverSettings.get('discord:1')).toEqual({ ends: true });
    expect(await words('/settings ends:기본', korean)).toContain('학습 메시지에만 보여요');
  });
});

describe('wrong values', () => {
  test.each([
    ['ends:maybe', 'ends was “maybe”; it can be on, off.'],
    ['runs:3', 'runs was “3”; it must be a whole number from 0 to 2.'],
    ['rows:100001', 'rows was “100001”; it must be a whole number from 0 to 100,000.'],
    ['language:fr', 'language was “fr”; it can be en, ko, auto.'],
    [
      'channels:#study #help',
      'channels was “#study #help”; choose channels from the list that appears when you type #, or say all.',
    ],
    [
      'channels:<#11> <#99>',
      'channels was “<#99>”; that is not a text channel of this server: for a thread, name its channel.',
    ],
    ['hide', 'action was “hide”; it can be show.'],
  ])('%s', async (options, refusal) => {
    expect(await tutor.say(`/settings ${options}`, admin)).toMatchObject({
      audience: 'asker',
      words: refusal,
    });
    expect(await tutor.serverSettings.get('discord:1')).toEqual({});
  });

  test('in Korean', async () => {
    const korean = within({ manages: true }, { locale: 'ko' });
    expect(await words('/settings channels:#공부', korean)).toMatch(/^channels 값이 “#공부”인데, /);
    expect(await words('/settings runs:3', korean)).toMatch(/^runs 값이 “3”인데, 0부터 2까지/);
  });
});

describe('channels', () => {
  beforeEach(async () => {
    await words('/settings channels:<#12> <#13>', admin);
  });

  test.each(['/fit epochs:1', '/help', 'what is an epoch?', '/fit epochs:0', '/quiz'])(
    'elsewhere, %s is answered to the asker alone, with where to ask',
    async (line) => {
      expect(await tutor.say(line, within())).toMatchObject({
        audience: 'asker',
        words:
          'I may not answer in this channel; please ask me in <#12> <#13> or in a direct message.',
      });
      expect(await tutor.runs.recent('web:1', 1)).toEqual([]);
    },
  );

  test('of many, a few are named', async () => {
    const channels = Array.from({ length: 20 }, (_, index) => String(12 + index));
    await tutor.serverSettings.set('discord:1', { channels });
    expect(await words('/help', within())).toBe(
      'I may not answer in this channel; please ask me in <#12> <#13> <#14> <#15> <#16> ' +
        'and 15 more channels or in a direct message.',
    );
    expect(await words('/help', within({}, { locale: 'ko' }))).toContain('<#16> 외 15개 채널이나');
  });

  test('there, between two people and in other servers everything is as usual', async () => {
    for (const where of [{ channelId: '12' }, { channelId: undefined }, { id: 'discord:2' }]) {
      expect(await words('/data', within(where))).toContain('penguins');
    }
    expect(await words('/data', {})).toContain('penguins');
  });

  test('what concerns only the asker is answered everywhere', async () => {
    expect(await words('/language en')).toContain('English');
    expect(await words('/stop')).toContain('nothing to stop');
    expect(await words('/settings', admin)).toContain('I answer only in <#12> <#13>');
  });
});

describe('runs', () => {
  beforeEach(async () => {
    tutor.pool.hold = true;
    await words('/settings runs:1', admin);
    await tutor.say('/fit', within());
  });

  test('one more than allowed is refused, and another person may begin', async () => {
    const [{ record } = { record: { id: '' } }] = tutor.runs.active('web:1');
    expect(await words('/fit')).toBe(
      `You already have 1 run going (${record.id}), and one person may have 1 at once here; stop one with /stop or wait until one ends.`,
    );
    expect(await words('/fit', within({}, { locale: 'ko' }))).toContain('1개까지예요');
    const other = { user: { id: 'web:2', name: 'Joon' } };
    expect((await tutor.say('/fit', within({}, other))).audience).toBe('everyone');
  });

  test('elsewhere the second may begin', async () => {
    expect((await tutor.say('/fit', within({ id: 'discord:2' }))).audience).toBe('everyone');
  });

  test('a game that trains two is not offered', async () => {
    expect(await words('/predict batches')).toMatch(/^\/predict batches trains two networks/);
  });
});

describe('rows', () => {
  const file = textFile('mine.csv', 'a,b\n1,2\n');

  test('a table with more is refused by name', async () => {
    await words('/settings rows:9,999', admin);
    expect(await words('/fit', within({}, { files: [file] }))).toBe(
      'mine.csv has 10,000 rows; a table may have at most 9,999 here.',
    );
    expect(await words('/fit', within({}, { files: [file], locale: 'ko' }))).toBe(
      'mine.csv 파일은 10,000행인데, 여기서는 9,999행까지 학습할 수 있어요.',
    );
    expect(await tutor.runs.recent('web:1', 1)).toEqual([]);
  });

  test('that number is fine, and so are the built-in data sets', async () => {
    await words('/settings rows:10000', admin);
    expect((await tutor.say('/fit', within({}, { files: [file] }))).audience).toBe('everyone');
    await words('/settings rows:10', admin);
    expect((await tutor.say('/fit', within())).audience).toBe('everyone');
  });
});

describe('language', () => {
  beforeEach(async () => {
    await words('/settings language:ko', admin);
  });

  test('is used for people whose language the platform does not report', async () => {
    const guessed = within({}, { locale: 'en', localeIsGuess: true });
    expect(await words('/data', guessed)).toMatch(/[가-힣]/);
    expect(await words('/data', within())).not.toMatch(/[가-힣]/);
    expect(await words('/data', { locale: 'en', localeIsGuess: true })).not.toMatch(/[가-힣]/);
  });

  test("gives way to a person's own choice, and comes back without one", async () => {
    const guessed = within({}, { locale: 'en', localeIsGuess: true });
    expect(await words('/language en', guessed)).toContain('English');
    expect(await words('/data', guessed)).not.toMatch(/[가-힣]/);
    expect(await words('/language auto', guessed)).toMatch(/[가-힣]/);
  });
});
