import { describe, expect, test } from 'vitest';
import { en } from '../../src/content/en/messages.js';
import { ko } from '../../src/content/ko/messages.js';
import { locales } from '../../src/content/locale.js';
import { platforms } from '../../src/content/platform.js';
import { wayNames } from '../../src/content/way-names.js';
import { hasMessage, translator } from '../../src/content/translator.js';
import { messageNeeds, type MessageNeeds } from '../../src/content/message-format.js';

const messages = { en, ko };
const keys = Object.keys(en).filter(hasMessage);

/** The messages that match a pattern, so that a failing test shows them in full. */
function found(pattern: RegExp, language: typeof en | typeof ko): readonly string[] {
  return keys
    .map((key) => `${key}: ${language[key].replace(/<\/?\w+>/g, '')}`)
    .filter((line) => pattern.test(line));
}

test('both languages have the same messages', () => {
  expect(Object.keys(ko).sort()).toEqual(Object.keys(en).sort());
});

test.each(keys)('%s takes the same parameters in both languages', (key) => {
  const names = ({ numbers, values }: MessageNeeds) => [...new Set([...numbers, ...values])].sort();
  expect(names(messageNeeds(ko[key], 'ko'))).toEqual(names(messageNeeds(en[key], 'en')));
});

describe.each(locales)('in %s', (locale) => {
  test.each(keys)('%s can be said', (key) => {
    const { numbers, values, tags } = messageNeeds(messages[locale][key], locale);
    expect([...tags].filter((tag) => !['b', 'code', 'channel'].includes(tag))).toEqual([]);
    for (const count of [0, 1, 2, 12_345]) {
      const params: Record<string, string | number> = {};
      for (const name of values) params[name] = 'word';
      for (const name of numbers) params[name] = count;
      const words = translator(locale).plain(key, params);
      expect(words.trim()).not.toBe('');
      expect(words).not.toMatch(/[{}]|<\/?(b|code|channel)>|undefined|NaN|TODO|FIXME/);
    }
  });
});

test('a name in a message is never read as markup', () => {
  const params = { run: "<b>{run}</b> '{", owner: '<script>' };
  expect(translator('en').text('error.notYourRun', params)).toEqual([
    { text: 'Run ' },
    { text: "<b>{run}</b> '{", style: 'code' },
    { text: ' belongs to <script>; only its owner may stop it.' },
  ]);
});

test('English has no Korean in it', () => {
  expect(found(/\p{sc=Hangul}/u, en)).toEqual([]);
});

describe('Korean as in a study group', () => {
  test('uses 해요체', () => {
    expect(found(/(니다|니까|시오|하라|한다|이다)(?=[.!?:)]|$)/, ko)).toEqual([]);
  });

  test('puts no particle that depends on the last sound after a variable', () => {
    expect(
      found(/\}(은|는|이|가|을|를|과|와|으로|로|이나|나|이에요|예요)(?=[\s,.:)]|$)/, ko),
    ).toEqual([]);
  });
});

test('what a table’s network learns to predict has one name in Korean: 맞힐 열', () => {
  expect(found(/타깃|타겟|(?:목표|대상|정답|예측할) ?열/, ko)).toEqual([]);
});

test('how to send a file is explained for each platform, in one place', () => {
  const said = [...found(/\battach|drag /, en), ...found(/첨부|끌어다/, ko)];
  expect(said.filter((line) => !/^(?:way|room|error\.refused)\./.test(line))).toEqual([]);
});

describe.each(locales)('ways in %s', (locale) => {
  test('where only commands arrive, nobody is told to send a message; elsewhere they still are', () => {
    const where = { platform: 'discord', commandsOnly: true } as const;
    const alone = translator(locale, where).plain('help.ways');
    const usual = translator(locale, 'discord').plain('help.ways');
    expect(alone).toContain(translator(locale).plain('way.file.discord.unheard'));
    expect(usual).toContain(translator(locale).plain('way.file.discord'));
    expect(alone).not.toMatch(/mentions me|멘션/);
    expect(usual).toMatch(/mentions me|멘션/);
  });

  test.each(platforms)(
    'no message tells people on %s about another platform’s ways',
    (platform) => {
      const others = /discord|디스코드|apps →|앱에서/i;
      const t = translator(locale, platform);
      const said = wayNames.map((name) => t.plain(`way.${name}.${platform}`)).join(' ');
      expect(others.test(said)).toBe(platform === 'discord');
      expect(t.plain('help.ways')).toContain(t.plain(`way.file.${platform}`));
    },
  );
});
