/**
 * A class of thirty on Slack, within its usual limits: every learner's every epoch appears on the board, edit
 * by edit, not only in its file.
 */
import { expect, test } from 'vitest';
import { faultsOf } from '../loads/class.js';
import { slackLab } from '../loads/lab.js';

test('thirty on one board see all of their epochs, and Slack refuses nothing', async () => {
  const seen = await slackLab(30);
  expect(faultsOf(seen)).toEqual([]);
  expect(seen.lessons).toHaveLength(30);
}, 300_000);
