/** The comments in the scripts that the tutor writes. */
export declare const lessons: {
    readonly 'code.title': "Run {run} as a Keras script";
    readonly 'code.versions': "Runs with Keras 2.15 (TensorFlow 2.15) and with Keras 3.";
    readonly 'code.close': "The split and the random numbers differ from the tutor, so results will be close, not equal.";
    readonly 'code.seed': "The same start and shuffling every time.";
    readonly 'code.read': "The file lies beside this script.";
    readonly 'code.download': "Downloaded from where the tutor has it, too.";
    readonly 'code.standIn': "The tutor makes up its rows itself. These stand in for them: same shape, other rows, so other results.";
    readonly 'code.shapes': "Points in the plane, drawn as the tutor draws them, with other noise.";
    readonly 'code.target': "What to predict; rows without it are of no use.";
    readonly 'code.leftOut': "Columns that say nothing about a new row.";
    readonly 'code.oneHot': "For each category a column of 0 and 1; the first needs none.";
    readonly 'code.split': "80 % for training, 20 % kept aside for the test.";
    readonly 'code.fill': "Gaps get the median of the training rows, or their most frequent category.";
    readonly 'code.scale': "Numbers to mean 0, standard deviation 1, as measured on the training rows.";
    readonly 'code.scaleTarget': "The target likewise: loss and mae are in standard deviations.";
    readonly 'code.model': "The network: {shape}.";
    readonly 'code.fit': "{rows, number} rows ÷ batch_size {batch, number} → {steps, plural, one {# iteration} other {# iterations}} per epoch.";
    readonly 'code.validation': "validation_split takes the last rows, before any shuffling.";
    readonly 'code.dropout': "Dropout leaves units out in training only, not for val_loss and the test.";
    readonly 'code.l2': "L2 adds λ × the sum of squared weights to the loss that is printed.";
    readonly 'code.patience': "Training ends once val_loss has not fallen below its lowest for {patience, plural, one {# epoch} other {# epochs}}.";
    readonly 'code.restore': "Then the best weights are put back: in Keras 2.15 only if training ended early, in Keras 3 always.";
    readonly 'code.test': "Rows the network has never seen.";
};
