/** Text around a concept card; the cards themselves are Markdown, in `cards/`. */
export const cards = {
  'card.from.run': 'With the numbers of run <code>{run}</code>:',
  'card.from.lesson': 'With the numbers of the lesson, {rows, number} rows:',
  'card.pytorch.epoch':
    'In a PyTorch loop it is a turn of the outer <code>for</code> (<code>/code in:pytorch</code>).',
  'card.pytorch.iteration':
    'In a PyTorch loop it is a turn of the inner <code>for</code> (<code>/code in:pytorch</code>).',
  'card.pytorch.batch_size':
    'In a PyTorch loop it is <code>DataLoader(…, batch_size={batch})</code> (<code>/code in:pytorch</code>).',
  'card.mistakes': 'Often heard, and wrong:',
  'card.try': 'Try it:',
  'card.button.try': 'Try it',
} as const;
