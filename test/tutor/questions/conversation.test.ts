/** What follow-ups mean right after an answer, a card or a sum, and what they mean without one. */
import { describe, expect, test } from 'vitest';
import { factsOf, lessonFacts } from '../../../src/tutor/facts.js';
import { asked, talked } from '../../support/asked.js';
import { recordedState } from '../../support/recorded-runs.js';

describe('after something was said', () => {
  test('why', () => {
    expect(talked(['what is an epoch?', 'why?']).target).toBe('why-repeat');
    expect(talked(['what is a batch size?', 'why?']).target).toBe('why-batches');
    expect(talked(['배치 사이즈가 뭐예요?', '왜요?'], { locale: 'ko' }).target).toBe('why-batches');
  });

  test('simpler', () => {
    const card = talked(['배치 사이즈가 뭐예요?', '더 쉽게 설명해줘'], { locale: 'ko' });
    expect(card.target).toBe('batch_size');
    expect(card.words).not.toBe(asked('배치 사이즈가 뭐예요?', { locale: 'ko' }).words);
    const whole = asked('my loss is nan');
    const simpler = talked(['my loss is nan', 'simpler please']);
    expect(simpler.target).toBe('nan-loss');
    expect(simpler.words.length).toBeLessThan(whole.words.length);
  });

  test('an example uses the current numbers', () => {
    const facts = factsOf(recordedState('stopped')) ?? lessonFacts;
    const { words, target } = talked(['what is a batch?', 'an example?'], { facts });
    expect(target).toBe('batch_size');
    expect(words).toContain(facts.run?.id);
  });

  test('the other way round', () => {
    expect(
      talked(['배치를 키우면 학습이 빨라지나요?', '그럼 줄이면?'], { locale: 'ko' }).target,
    ).toBe('smaller-batch');
  });

  test('a line that says little stays with the topic', () => {
    expect(talked(['what does verbose=2 do', 'and 0']).target).toBe('verbose');
    expect(talked(['배치가 뭐예요', '왜 나눠요?'], { locale: 'ko' }).target).toBe('why-batches');
  });

  test.each<['en' | 'ko', string, string]>([
    ['en', 'what is an epoch?', 'thank you'],
    ['en', 'what is a batch size?', 'thanks'],
    ['ko', '에포크가 뭐예요?', '감사합니다'],
  ])('thanks are thanks, whatever was spoken of (%s: %s %s)', (locale, question, thanks) => {
    expect(talked([question, thanks], { locale })).toMatchObject({
      choice: 'sure',
      target: 'thanks',
    });
  });

  test('a fitting picture of one’s own is confirmed', () => {
    const { words } = talked(['에포크가 뭐예요?', '아 그러니까 문제집을 20번 푸는거네?'], {
      locale: 'ko',
    });
    expect(words).toMatch(/^네/);
  });

  test('one number of a sum', () => {
    const lines = ['1000 rows, batch 100, 20 epochs: how many updates?'];
    expect(talked(lines).words).toContain('200 weight updates');
    lines.push('ok and with batch 10?');
    expect(talked(lines).words).toContain('2,000 weight updates');
    lines.push('and 50 epochs?');
    expect(talked(lines).words).toContain('5,000 weight updates');
  });
});

test('is this good or bad: the run’s own result beside its baseline', () => {
  const facts = factsOf(recordedState('lesson')) ?? lessonFacts;
  const { test_metric: reached = '', baseline } = facts.values;
  for (const [line, locale] of [
    ['is this good or bad', 'en'],
    ['이거 잘된거야 망한거야', 'ko'],
  ] as const) {
    const { words } = asked(line, { facts, locale });
    expect(words).toContain(reached);
    expect(words).toContain(baseline);
  }
});

test.each(['why?', 'simpler please', 'an example?', 'and the other way round?'])(
  '%s, with nothing before it, is asked back',
  (line) => {
    const { words, said } = asked(line);
    expect(words).toContain('for example');
    expect(said).toBeUndefined();
  },
);

test('a chosen language is kept, whatever language the question is in', () => {
  expect(asked('what is an epoch?', { locale: 'ko', choseLanguage: true }).words).toContain(
    '에포크',
  );
  expect(asked('what is an epoch?', { locale: 'ko' }).words).toContain('One epoch');
});
