/** How people ask for each written answer, in English and Korean; the search is built from these. */
import type { Topic } from '../topics.js';
import { accuracy } from './accuracy.js';
import { around } from './around.js';
import { batchSize } from './batch-size.js';
import { counting } from './counting.js';
import { data } from './data.js';
import { differences } from './differences.js';
import { epochs } from './epochs.js';
import { doubts } from './doubts.js';
import { finePoints } from './fine-points.js';
import { learningRate } from './learning-rate.js';
import { loss } from './loss.js';
import { network } from './network.js';
import { practice } from './practice.js';
import { progress } from './progress.js';
import { stopping } from './stopping.js';
import { tutor } from './tutor.js';

export const asks: Readonly<Record<Topic, readonly string[]>> = {
  ...accuracy,
  ...around,
  ...batchSize,
  ...counting,
  ...data,
  ...differences,
  ...epochs,
  ...doubts,
  ...finePoints,
  ...learningRate,
  ...loss,
  ...network,
  ...practice,
  ...progress,
  ...stopping,
  ...tutor,
};
