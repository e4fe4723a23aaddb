import type { cards as english } from '../en/cards.js';

export const cards: Record<keyof typeof english, string> = {
  'card.from.run': '<code>{run}</code> 학습의 숫자로 계산해 보면:',
  'card.from.lesson': '수업 예제({rows, number}행)의 숫자로 계산해 보면:',
  'card.pytorch.epoch':
    'PyTorch 코드에서는 바깥 <code>for</code>가 한 번 도는 거예요(<code>/code in:pytorch</code>).',
  'card.pytorch.iteration':
    'PyTorch 코드에서는 안쪽 <code>for</code>가 한 번 도는 거예요(<code>/code in:pytorch</code>).',
  'card.pytorch.batch_size':
    'PyTorch 코드에서는 <code>DataLoader(…, batch_size={batch})</code>에 있어요(<code>/code in:pytorch</code>).',
  'card.mistakes': '자주 하는 오해:',
  'card.try': '직접 해 봐요:',
  'card.button.try': '해 보기',
};
