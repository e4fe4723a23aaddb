/** Words in and about the chart at a run's end. */
export declare const chart: {
    readonly 'chart.title': "{data}: {epochs, plural, one {# epoch} other {# epochs}}, batch_size {batch, number}";
    readonly 'chart.titlePart': "{data}: {done, number} of {epochs, plural, one {# epoch} other {# epochs}}, batch_size {batch, number}";
    readonly 'chart.epoch': "epoch";
    readonly 'chart.training': "{name} (training)";
    readonly 'chart.validation': "{name} (validation)";
    readonly 'chart.baseline.accuracy': "test rows, always the most common answer: {value}";
    readonly 'chart.baseline.mae': "test rows, always the mean: {value}";
    readonly 'chart.missing': "From epoch {epoch, number} on, {name} is {value}: nothing to draw.";
    readonly 'chart.alt': "Chart over {epochs, plural, one {# epoch: loss {lossTo}, {metric} {metricTo}} other {# epochs: loss from {lossFrom} to {lossTo}, {metric} from {metricFrom} to {metricTo}}}; without learning, {metric} would be {baseline}.";
    readonly 'chart.altValidation': "Chart over {epochs, plural, one {# epoch: loss {lossTo}, {metric} {metricTo}} other {# epochs: loss from {lossFrom} to {lossTo}, {metric} from {metricFrom} to {metricTo}}}; val_loss {valLoss} and val_{metric} {valMetric} at the end; without learning, {metric} would be {baseline}.";
};
