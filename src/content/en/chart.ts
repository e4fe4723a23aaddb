/** Words in and about the chart at a run's end. */
export const chart = {
  'chart.title':
    '{data}: {epochs, plural, one {# epoch} other {# epochs}}, batch_size {batch, number}',
  'chart.epoch': 'epoch',
  'chart.training': '{name} (training)',
  'chart.validation': '{name} (validation)',
  'chart.baseline.accuracy': 'always the most common answer: {value}',
  'chart.baseline.mae': 'always the mean: {value}',
  'chart.alt':
    'Chart over {epochs, plural, one {# epoch} other {# epochs}}: loss from {lossFrom} to {lossTo}, {metric} from {metricFrom} to {metricTo}; without learning it would be {baseline}.',
  'chart.altValidation':
    'Chart over {epochs, plural, one {# epoch} other {# epochs}}: loss from {lossFrom} to {lossTo}, {metric} from {metricFrom} to {metricTo}; val_loss {valLoss} and val_{metric} {valMetric} at the end; without learning it would be {baseline}.',
} as const;
