/** The only list of commands: registration, help and completion derive from it. */
import type { Command } from '../src/dispatch/spec.js';
import { ask } from './ask.js';
import { check } from './check.js';
import { code } from './code.js';
import { compare } from './compare.js';
import { data } from './data.js';
import { explain } from './explain.js';
import { fit } from './fit.js';
import { forget } from './forget.js';
import { help } from './help.js';
import { language } from './language.js';
import { log } from './log.js';
import { mistakes } from './mistakes.js';
import { model } from './model.js';
import { mydata } from './mydata.js';
import { predict } from './predict.js';
import { quiz } from './quiz.js';
import { runs } from './runs.js';
import { settings } from './settings.js';
import type { Services } from './services.js';
import { stop } from './stop.js';
import { tryOut } from './try.js';

const teaching: readonly Command<Services>[] = [
  fit,
  stop,
  runs,
  compare,
  data,
  ask,
  explain,
  log,
  quiz,
  predict,
  code,
  mistakes,
  tryOut,
  model,
  check,
  language,
  settings,
  mydata,
  forget,
];

export const commands: readonly Command<Services>[] = [...teaching, help(teaching)];
