/** Words in and about the chart at a run's end. */
export const chart = {
  'chart.title':
    '{data}: {epochs, plural, one {# epoch} other {# epochs}}, batch_size {batch, number}',
  'chart.titlePart':
    '{data}: {done, number} of {epochs, plural, one {# epoch} other {# epochs}}, batch_size {batch, number}',
  'chart.epoch': 'epoch',
  'chart.training': '{name} (training)',
  'chart.validation': '{name} (validation)',
  'chart.baseline.accuracy': 'test rows, always the most common answer: {value}',
  'chart.baseline.mae': 'test rows, always the mean: {value}',
  'chart.missing': 'From epoch {epoch, number} on, {name} is {value}: nothing to draw.',
  'chart.alt':
    'Chart over {epochs, plural, one {# epoch: loss {lossTo}, {metric} {metricTo}} other {# epochs: loss from {lossFrom} to {lossTo}, {metric} from {metricFrom} to {metricTo}}}; without learning, {metric} would be {baseline}.',
  'chart.altValidation':
    'Chart over {epochs, plural, one {# epoch: loss {lossTo}, {metric} {metricTo}} other {# epochs: loss from {lossFrom} to {lossTo}, {metric} from {metricFrom} to {metricTo}}}; val_loss {valLoss} and val_{metric} {valMetric} at the end; without learning, {metric} would be {baseline}.',
  'chart.altMatrix': 'Below, for the test rows: {table}',
} as const;
