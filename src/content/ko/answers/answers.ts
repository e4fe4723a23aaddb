import type { answers as english } from '../../en/answers/answers.js';
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

export const answers: Record<keyof typeof english, string> = {
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
};
