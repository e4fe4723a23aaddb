/** Every sentence in this language, by area. Keys are the same in all languages (a test holds them to it). */
import { asking } from './asking.js';
import { cards } from './cards.js';
import { chart } from './chart.js';
import { commands } from './commands.js';
import { compare } from './compare.js';
import { data } from './data.js';
import { errors } from './errors.js';
import { home } from './home.js';
import { leftOver } from './left-over.js';
import { lessons } from './lessons.js';
import { logs } from './logs.js';
import { mistakes } from './mistakes.js';
import { personal } from './personal.js';
import { plane } from './plane.js';
import { predict } from './predict.js';
import { quiz } from './quiz.js';
import { reading } from './reading.js';
import { requests } from './requests.js';
import { room } from './room.js';
import { roomRefusals } from './room-refusals.js';
import { run } from './run.js';
import { settings } from './settings.js';
import { share } from './share.js';
import { slack } from './slack.js';
import { status } from './status.js';
import { slowMotion } from './slow-motion.js';
import { sums } from './sums.js';
import { table } from './table.js';
import { terminal } from './terminal.js';
import { trial } from './trial.js';
import { ways } from './ways.js';

export const en = {
  ...asking,
  ...cards,
  ...chart,
  ...commands,
  ...compare,
  ...data,
  ...errors,
  ...home,
  ...leftOver,
  ...lessons,
  ...logs,
  ...mistakes,
  ...personal,
  ...plane,
  ...predict,
  ...quiz,
  ...reading,
  ...requests,
  ...room,
  ...roomRefusals,
  ...run,
  ...settings,
  ...share,
  ...slack,
  ...status,
  ...slowMotion,
  ...sums,
  ...table,
  ...terminal,
  ...trial,
  ...ways,
} as const;
