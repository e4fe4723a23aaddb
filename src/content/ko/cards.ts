import type { cards as english } from '../en/cards.js';

export const cards: Record<keyof typeof english, string> = {
  'card.from.run': '<code>{run}</code> 학습의 숫자로 계산해 보면:',
  'card.from.lesson': '수업 예제({rows, number}행)의 숫자로 계산해 보면:',
  'card.mistakes': '자주 하는 오해:',
  'card.try': '직접 해 봐요:',
  'card.button.try': '해 보기',
};
