/** Around a concept card; the cards themselves are Markdown, in `cards/`. */
export declare const cards: {
    readonly 'card.from.run': "With the numbers of run <code>{run}</code>:";
    readonly 'card.from.lesson': "With the numbers of the lesson, {rows, number} rows:";
    readonly 'card.mistakes': "Often heard, and wrong:";
    readonly 'card.try': "Try it:";
    readonly 'card.button.try': "Try it";
};
