/** Answers to what the cards do not answer, by area. */
import { accuracy } from './accuracy.js';
import { around } from './around.js';
import { counting } from './counting.js';
import { data } from './data.js';
import { differences } from './differences.js';
import { doubts } from './doubts.js';
import { finePoints } from './fine-points.js';
import { loss } from './loss.js';
import { network } from './network.js';
import { practice } from './practice.js';
import { progress } from './progress.js';
import { stopping } from './stopping.js';
import { tutor } from './tutor.js';

export const answers = {
  ...accuracy,
  ...around,
  ...counting,
  ...data,
  ...differences,
  ...doubts,
  ...finePoints,
  ...loss,
  ...network,
  ...practice,
  ...progress,
  ...stopping,
  ...tutor,
} as const;
