/** The only list of commands: registration, help and completion derive from it. */
import type { Command } from '../src/dispatch/spec.js';
import { ask } from './ask.js';
import { challenge } from './challenge.js';
import { check } from './check.js';
import { classLab } from './class.js';
import { code } from './code.js';
import { compare } from './compare.js';
import { data } from './data.js';
import { duel } from './duel.js';
import { explain } from './explain.js';
import { film } from './film.js';
import { fit } from './fit.js';
import { forget } from './forget.js';
import { help } from './help.js';
import { language } from './language.js';
import { log } from './log.js';
import { mistakes } from './mistakes.js';
import { model } from './model.js';
import { mydata } from './mydata.js';
import { pause } from './pause.js';
import { predict } from './predict.js';
import { quiz } from './quiz.js';
import { resume } from './resume.js';
import { runs } from './runs.js';
import { settings } from './settings.js';
import type { Services } from './services.js';
import { status } from './status.js';
import { share } from './share.js';
import { step } from './step.js';
import { stop } from './stop.js';
import { sweep } from './sweep.js';
import { tryOut } from './try.js';

const teaching: readonly Command<Services>[] = [
  fit,
  step,
  stop,
  pause,
  resume,
  runs,
  compare,
  duel,
  sweep,
  data,
  ask,
  explain,
  log,
  quiz,
  predict,
  classLab,
  challenge,
  code,
  share,
  mistakes,
  tryOut,
  film,
  model,
  check,
  language,
  settings,
  status,
  mydata,
  forget,
];

export const commands: readonly Command<Services>[] = [...teaching, help(teaching)];
