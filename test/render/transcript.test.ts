import { expect, it } from 'vitest';
import { historyCsv } from '../../src/render/history-csv.js';
import { transcript } from '../../src/render/transcript.js';
import { recordedState } from '../support/recorded-runs.js';

it('the transcript has every epoch, as Keras prints them', () => {
  const lines = transcript(recordedState('lesson')).split('\n');
  expect(lines).toHaveLength(41);
  expect(lines.filter((line) => line.startsWith('800/800 [====='))).toHaveLength(20);
  expect(lines[38]).toBe('Epoch 20/20');
  expect(lines[40]).toBe('');
});

it('the transcript of a stopped run ends with the bar where it stopped', () => {
  const state = recordedState('stopped');
  const lines = transcript(state).trimEnd().split('\n');
  expect(lines.at(-2)).toBe('Epoch 4/30');
  expect(lines.at(-1)).toContain(`${state.current?.progress?.step ?? NaN}/915 [`);
});

it('the transcript is empty before there is anything to print', () => {
  expect(transcript(recordedState('lesson', ({ kind }) => kind === 'queued'))).toBe('');
});

it('history.csv has one row per epoch in full precision', () => {
  const state = recordedState('penguins');
  const [head, first, ...rest] = historyCsv(state).trimEnd().split('\r\n');
  expect(head).toBe('epoch,loss,accuracy,val_loss,val_accuracy,steps,seconds');
  const logs = state.finished[0]?.logs;
  expect(first?.split(',').slice(0, 6)).toEqual(
    [1, logs?.loss, logs?.metric, logs?.valLoss, logs?.valMetric, 7].map(String),
  );
  expect(rest).toHaveLength(11);
});

it('history.csv names mae, leaves out val_ columns without validation, and writes nan', () => {
  const rows = historyCsv(recordedState('overflow')).trimEnd().split('\r\n');
  expect(rows[0]).toBe('epoch,loss,mae,steps,seconds');
  expect(rows.at(-1)).toMatch(/^6,nan,nan,10,/);
});
