import type { chart as english } from '../en/chart.js';

export const chart: Record<keyof typeof english, string> = {
  'chart.title': '{data}: 에포크 {epochs, number}번, batch_size {batch, number}',
  'chart.titlePart':
    '{data}: 에포크 {epochs, number}번 중 {done, number}번, batch_size {batch, number}',
  'chart.epoch': '에포크',
  'chart.training': '{name} (학습)',
  'chart.validation': '{name} (검증)',
  'chart.baseline.accuracy': '시험용 행에 늘 가장 흔한 답만 하면: {value}',
  'chart.baseline.mae': '시험용 행에 늘 평균만 답하면: {value}',
  'chart.missing': '에포크 {epoch, number}부터 {name} 값: {value}. 그릴 숫자가 없어요.',
  'chart.alt':
    '에포크 {epochs, number}번의 그래프: {epochs, plural, =1 {loss {lossTo}, {metric} {metricTo}} other {loss {lossFrom}에서 {lossTo}까지, {metric} {metricFrom}에서 {metricTo}까지}}. 배우지 않고 얻는 {metric}: {baseline}.',
  'chart.altValidation':
    '에포크 {epochs, number}번의 그래프: {epochs, plural, =1 {loss {lossTo}, {metric} {metricTo}} other {loss {lossFrom}에서 {lossTo}까지, {metric} {metricFrom}에서 {metricTo}까지}}. 마지막 val_loss {valLoss}, val_{metric} {valMetric}. 배우지 않고 얻는 {metric}: {baseline}.',
  'chart.altMatrix': '그 아래는 시험용 행: {table}',
};
