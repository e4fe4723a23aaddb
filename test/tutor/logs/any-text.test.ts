/** Logs that are cut, shuffled, joined and corrupted: always an answer within limits, and quickly. */
import { expect, it, test } from 'vitest';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { locales } from '../../../src/content/locale.js';
import { translator } from '../../../src/content/translator.js';
import { explainLog } from '../../../src/tutor/logs/explain-log.js';
import { looksLikeLog, MAX_LOG_CHARACTERS, readLog } from '../../../src/tutor/logs/read-log.js';
import { loggedText } from '../../support/logs.js';
import { messageText } from '../../support/message-text.js';

const names = [
  'keras3-early',
  'keras3-overfit',
  'keras23-rows',
  'tf21-samples',
  'keras28-verbose2',
  ...['torch-quickstart', 'torch-summaries', 'torch-transfer', 'tqdm', 'trainer'],
];
const spoilt = [
  'nan',
  'inf',
  '-',
  ' - ',
  '/',
  '\n',
  '9',
  '0',
  '.',
  ':',
  '<@1>',
  '**',
  '```',
  '\u202e',
  '🙂',
  'Epoch 1/1',
  '1/1 - loss: 1e999',
  '[',
  ']',
  '━',
  '에포크',
];
const random = xoroshiro128plus(6);
const below = (most: number): number => uniformInt(random, 0, most - 1);

it('answers whatever becomes of a log', () => {
  let answered = 0;
  for (let round = 0; round < 800; round += 1) {
    const text = loggedText(names[round % names.length] ?? '');
    const from = below(text.length);
    let piece = text.slice(from, from + below(3000));
    for (let change = 0; change < 12; change += 1) {
      const at = below(piece.length + 1);
      piece =
        piece.slice(0, at) + (spoilt[below(spoilt.length)] ?? '') + piece.slice(at + below(4));
    }
    const log = readLog(piece);
    for (const locale of log ? locales : []) {
      const message = log ? explainLog(log, translator(locale)) : undefined;
      const said = message ? messageText(message) : '';
      expect(said.length).toBeLessThan(1200);
      expect(said).not.toMatch(/undefined|NaN|[\u202e`@]/);
      answered += 1;
    }
  }
  expect(answered).toBeGreaterThan(600);
});

test.each([
  ['digits', '1'],
  ['digits and slashes', '1/'],
  ['spaces', ' '],
  ['dashes', ' - '],
  ['colons', 'loss: '],
  ['headers', 'Epoch 1/9 '],
  ['counters', '1/9 - loss: 0.5 '],
  ['brackets', '1/9 ['],
  ['lines', '1/9 ━'],
  ['commas', '1,'],
  ['escapes', '\u001b['],
  ['steps', 'Epoch [1/9], Step [1/9], Loss: 0.5 '],
  ['open steps', 'Step [ '],
  ['bars', '9%|'],
  ['dicts', "{'a': "],
  ['losses', 'train loss '],
  ['names', 'ValueA.'],
])('takes time in proportion to the text: %s', (_name, piece) => {
  const timeMs = (characters: number): number => {
    const text = `Epoch 1/9 ${piece.repeat(Math.ceil(characters / piece.length))}`.slice(
      0,
      characters,
    );
    const before = performance.now();
    looksLikeLog(text);
    return performance.now() - before;
  };
  timeMs(MAX_LOG_CHARACTERS);
  // Quadratic growth would take minutes for ten times the input that takes a second.
  expect(timeMs(MAX_LOG_CHARACTERS)).toBeLessThan(1500);
});
