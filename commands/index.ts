/** The only list of commands: registration, help and completion derive from it. */
import type { Command } from '../src/dispatch/spec.js';
import { ask } from './ask.js';
import { code } from './code.js';
import { data } from './data.js';
import { explain } from './explain.js';
import { fit } from './fit.js';
import { help } from './help.js';
import { language } from './language.js';
import { runs } from './runs.js';
import type { Services } from './services.js';
import { stop } from './stop.js';

const teaching: readonly Command<Services>[] = [
  fit,
  stop,
  runs,
  data,
  ask,
  explain,
  code,
  language,
];

export const commands: readonly Command<Services>[] = [...teaching, help(teaching)];
