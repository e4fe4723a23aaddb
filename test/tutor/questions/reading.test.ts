/** Languages as people write them. */
import { describe, expect, test } from 'vitest';
import { languageOf } from '../../../src/tutor/questions/language-of.js';

describe('the language of a question', () => {
  test.each([
    ['what is an epoch', 'en'],
    ['why 1875', 'en'],
    ['loss가 nan 떠요', 'ko'],
    ['batch_size 키우니까 같은 epoch인데 loss가 덜 떨어져요', 'ko'],
    ['what does 에포크 mean in the lesson', 'en'],
    ['ㅠㅠ nan', 'ko'],
  ] as const)('%s', (question, locale) => {
    expect(languageOf(question, 'en')).toBe(locale);
    expect(languageOf(question, 'ko')).toBe(locale);
  });

  test.each(['epoch', 'val_loss?', '800/800', ''])('%j says nothing about it', (question) => {
    expect(languageOf(question, 'en')).toBe('en');
    expect(languageOf(question, 'ko')).toBe('ko');
  });
});
