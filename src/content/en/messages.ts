/** Every sentence in this language, by area. Keys are the same in all languages (a test holds them to it). */
import { asking } from './asking.js';
import { board } from './board.js';
import { cards } from './cards.js';
import { challenge } from './challenge.js';
import { chart } from './chart.js';
import { classLab } from './class.js';
import { commands } from './commands.js';
import { compare } from './compare.js';
import { data } from './data.js';
import { duel } from './duel.js';
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
import { solvedSums } from './solved-sums.js';
import { sums } from './sums.js';
import { sweep } from './sweep.js';
import { table } from './table.js';
import { terminal } from './terminal.js';
import { trial } from './trial.js';
import { varied } from './varied.js';
import { ways } from './ways.js';

export const en = {
  ...asking,
  ...board,
  ...cards,
  ...challenge,
  ...chart,
  ...classLab,
  ...commands,
  ...compare,
  ...data,
  ...duel,
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
  ...solvedSums,
  ...sweep,
  ...table,
  ...terminal,
  ...trial,
  ...varied,
  ...ways,
} as const;
