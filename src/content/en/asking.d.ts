/** /ask: sums that are worked out for the asker, and what frames an answer. */
export declare const asking: {
    readonly 'command.ask': "Ask anything about training, in your own words and with your own numbers";
    readonly 'command.ask.question': "Your question: “60000 rows, batch 128, 5 epochs: how many updates?”";
    readonly 'command.ask.run': "The run whose numbers to use; your last one if left out";
    readonly 'ask.whose.question': "your example";
    readonly 'ask.whose.run': "your run {run}";
    readonly 'ask.whose.lesson': "the lesson’s example";
    readonly 'ask.here.question': "in your example";
    readonly 'ask.here.run': "in your run {run}";
    readonly 'ask.here.example': "for example";
    readonly 'ask.button.simpler': "Simpler";
    readonly 'ask.button.example': "Example";
    readonly 'ask.likely': "I am not sure that I understood you. If you mean “{question}”:";
    readonly 'ask.welcome': "Ask me something about training, in your own words, for example “what is an epoch?” or “60000 rows, batch 128, 5 epochs: how many updates?”.";
    readonly 'ask.unsure': "I am not sure what you mean, and I would rather not guess. Is it one of these? You can also ask again in other words.";
    readonly 'ask.example.epoch': "What is an epoch?";
    readonly 'ask.example.sum': "60000 rows, batch 128?";
    readonly 'ask.example.nan': "My loss is nan";
    readonly 'ask.example.run': "Train one now";
    readonly 'ask.command.sum': "/ask 60000 rows, batch 128, 5 epochs: how many updates?";
    readonly 'ask.command.nan': "/ask my loss is nan";
};
