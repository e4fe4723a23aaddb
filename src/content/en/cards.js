/** Around a concept card; the cards themselves are Markdown, in `cards/`. */
export const cards = {
    'card.from.run': 'With the numbers of run <code>{run}</code>:',
    'card.from.lesson': 'With the numbers of the lesson, {rows, number} rows:',
    'card.mistakes': 'Often heard, and wrong:',
    'card.try': 'Try it:',
    'card.button.try': 'Try it',
};
//# sourceMappingURL=cards.js.map