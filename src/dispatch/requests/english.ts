/** Requests in English: a verb in the imperative or after “can you”, then its object. */
import { any, listed } from './phrases.js';
import type { ComparedOption } from './side-by-side.js';
import type { Language, Wish } from './wish.js';

const please = any`please, pls, plz, kindly, just, now, then, quickly`;
const asking = any`
    (?:can|could|would|will) (?:you|u),
    (?:i want|i'd like|i would like|i'd love|i need|we want|we'd like) (?:you )?to, i wanna,
    let's, lets, let us, let me, go ahead and, time to, you can,
    can (?:i|we)(?= (?:see|have|get|download|export|view)\b), would you mind,
    do me a favor and, help me(?: to)?`;
const opening = any`
    hey, hi, hello, ok, okay, so, alright, right, yes, well, and, tutor, bot, hey tutor,
    ${please}, ${asking}`;
const closing = listed`
    please, pls, plz, thanks, thank you, thx, ty, now, right now, right away, immediately,
    at once, for me, for us, here, already, will you, today, if you can, again please, i'm done,
    asap, ok, okay, will ya, would you`;

const ofMine = any`
    the, my, our, a, an, this, that, these, those, one, own, new, whole`;
const training = any`
    training runs?, trainings?, runs?, models?, (?:neural )?net(?:work)?s?, nn, fits?,
    experiments?, jobs?`;
const aboutTraining = listed`
      ${ofMine}, ${training}, it, for, with, w/, using, on, and, n, some, small, quick,
      simple, another, use, in, at, over, only, just, real, neural, full, complete,
      the same, same, of, live`;
const showing = any`
    show(?: me)?, list, display, see, view, give me, get(?: me)?, have, print, tell me,
    pull up, open, have a look at, look at`;
const ranSoFar = any`
    (?:what|everything|all|all that) i(?:'ve| have)? (?:trained|ran|run|done|did), so far,
    until now, up to now, earlier, before, recently, here`;
const number = any`two, 2, both`;
const mine = String.raw`\b(?:my|mine|me)\b`;
const kept = any`
    have, know, keep, store, stored, saved?, remember, hold, got, collected`;
const personal = listed`
      everything, all, anything, whatever, what, my, mine, of, the, and, that, data, stuff,
      things, account, history, records?, information, info, traces, runs?, trainings?,
      files?, uploads?, settings, profile, quiz, scores?, own,
      you(?:'ve| have)?(?: ${kept})+, (?:about|of|on|from|for) me, a copy of, a copy, copy,
      as a file, in a file, with, from here, personal, questions, answers, to me`;

const several = any`different, several, various, many, a few, some, a couple of`;
const optionNouns: Readonly<Record<ComparedOption, string>> = {
  batch: any`batch(?:es| ?-?sizes?|_sizes?)`,
  lr: any`learning[ _-]?rates?, lrs?`,
  optimizer: any`optimi[sz]ers?`,
  activation: any`activations?(?: functions?)?`,
  dropout: any`drop-?outs?(?: rates?)?`,
};
/** “Compare batch sizes”: several values of it, side by side. */
const sweeps = Object.entries(optionNouns).map(([option, noun]): Wish => ({
  command: 'sweep',
  doing: any`
      compare, sweep(?: over)?, (?:run|do|start|make) a (?:sweep|comparison)(?: over| of)?,
      (?:try|train|test)(?: out)?(?= (?:${several})\b)`,
  words: listed`
      ${noun}, ${several}, the, all, values, of, for, side by side, next to each other,
      with each other, against each other, on one board`,
  needs: String.raw`\b${noun}\b`,
  compares: option as ComparedOption,
}));

const classNoun = any`
    class(?:room)?, students, learners, pupils, (?:study )?group, team, everyone, everybody`;

const wishes: readonly Wish[] = [
  ...sweeps,
  {
    command: 'class',
    doing: any`
      (?:can|could|may)(?= (?:we|all|${ofMine}|${classNoun})\b), train, learn, let, start, open,
      begin, run, do, set up, make, have`,
    words: listed`
      ${ofMine}, ${classNoun}, we, us, all, of, train(?:s|ing)?, learn, run, models?, networks?,
      together, at the same time, at once, class lab, lab, lesson, with, for, to, in`,
    needs: String.raw`\b(?:we|${classNoun})\b.*\btogether\b|\bclass lab\b|\b(?:start|open|begin|run|set up) (?:a|the|my|our) (?:class|lab)\b|\btogether (?:with|as) (?:my|our|the|a) ${classNoun}`,
    compares: 'batch',
  },
  {
    command: 'fit',
    doing: any`train, retrain, re-?run`,
    words: [...aboutTraining, 'something', 'set', 'times'],
    takesOptions: true,
  },
  {
    command: 'fit',
    doing: any`
    run, fit, start, begin, launch, do, kick off, execute, fire up, give me, make, try,
    set up, go, teach, let it run`,
    words: [...aboutTraining, 'to train', 'off', 'example'],
    needs: String.raw`\b${training}\b|^run an? example\b`,
    takesOptions: true,
  },
  {
    command: 'stop',
    doing: any`
    stop, cancel, abort, halt, end, kill, quit, terminate, interrupt, call off, break off,
    make (?:it|this|that|the training|the run) (?:stop|end), shut down`,
    words: listed`
      ${ofMine}, ${training}, it, current, running, ongoing, last, everything, going on`,
    needs: String.raw`\b(?:${training}|it|this|that)\b|^(?:stop|cancel|abort|halt)\b|\bstop$`,
  },
  {
    command: 'runs',
    doing: any`
    ${showing}, (?:what|which)(?= (?:runs|trainings|experiments)\b),
    (?=my (?:(?:last|past|previous|recent|old) )?(?:runs|trainings)\b),
    (?=what i(?:'ve| have)? trained), what have i(?= trained)`,
    words: listed`
      ${ofMine}, all, of, previous, past, last, old, older, earlier, recent, finished,
      training, run, runs, trainings, experiments, history, results?, list, a list of,
      ${ranSoFar},
      (?:do i have|have i (?:done|made|started|trained)|did i (?:do|make|start)|are mine),
      trained`,
    needs: String.raw`\b(?:my|mine|i|i've)\b.*\b(?:runs?|trainings?|experiments|history|results?|trained|ran|done)\b|\b(?:runs|trainings|experiments)\b.*\b(?:i|mine)\b`,
  },
  {
    command: 'compare',
    doing: any`compare, put, show(?: me)?, set, place, do a comparison of`,
    words: listed`
      ${ofMine}, last, latest, newest, recent, most, previous, past, ${number}, runs,
      trainings, results, experiments, ones, of, side by side, next to each other,
      with each other, to each other, against each other, beside each other`,
    needs: String.raw`^(?:compare|do).*\b(?:${number}|runs|trainings)\b|\b(?:side by side|next to each other)\b`,
  },
  {
    command: 'code',
    doing: showing,
    words: listed`
      ${ofMine}, keras, python, code, script, of, for, from, last, latest, run, training, model`,
    needs: String.raw`\b(?:code|script)\b`,
  },
  {
    command: 'data',
    doing: any`${showing}, (?:what|which)(?: kinds? of)?`,
    words: listed`
      the, your, all, of, available, built-?in, data ?-?sets?, data, tables, a list of,
      (?:that )?(?:are|is) there, there are, there is, (?:that )?you have, do you have,
      you(?:'ve| have) got, have you got,
      (?:can|could|may) (?:i|we) (?:use|train on|choose|pick|choose from|try),
      (?:that )?(?:i|we) (?:can|could|may) (?:use|train on|choose|pick|choose from|try),
      are available, is available, exist, to choose from, to train on, options, list`,
    needs: String.raw`data ?-?sets\b|\bdata\b.*(?:there|can|may|could|available|have|got|train on|list)|^(?:show|list).*\bdata`,
    takesData: true,
  },
  {
    command: 'forget',
    doing: any`
    delete, del, erase, wipe(?: out)?, forget, remove, clear, purge, destroy, throw away,
    get rid of, drop`,
    words: [...personal, 'me', 'about'],
    needs: `${mine}(?!.*\\bcopy)`,
  },
  {
    command: 'mydata',
    doing: any`
    give me, send me, export, download, hand over, have, show me, get(?: me)?, hand me,
    i want, see`,
    words: personal,
    needs: String.raw`\bmy (?:own |personal )?(?:data|information|info|records)\b|\byou.*\bme\b`,
  },
  {
    command: 'quiz',
    doing: any`
    quiz me, test me, test my knowledge,
    (?:give me|start|begin|do|make|ask me)(?= (?:a|another|the|one) (?:quiz|quiz question|question|test question)\b)`,
    words: listed`
      a, another, the, one, quiz, quiz question, question, test question, again`,
  },
];

export const english: Language = { opening, closing, doingIs: 'first', wishes };
