/** Parts what a person writes from what was pasted: a machine's words are in no language. */
import { withoutKnownErrors } from './known-errors.js';

/** More of a paste does not tell more about who pasted it. */
const MAX_CHARACTERS = 20_000;

/** Every repetition has a limit, so that the time grows with the text's length alone. */
const machineParts: readonly RegExp[] = [
  /Traceback \(most recent call last\)[\s\S]{0,8000}?(?=\b[A-Z]\w{1,60}(?:Error|Exception)\b|$)/g,
  // What a Python prompt, a notebook or a traceback puts in front.
  /^\s{0,20}(?:>>>|\.\.\.|In \[\d{0,4}\]:|Out\[\d{0,4}\]:|\^+|-{2,}>?)/gm,
  /^\s{0,20}(?:File "[^"]{0,300}", line|\d{4}-\d\d-\d\d[ T]\d\d:\d\d|WARNING:|INFO:|[IWE]\d{4} ).{0,2000}/gm,
  // Logs: epochs, bars, times, metrics, dicts.
  /(?:\bEpoch:? ?)?\[?\b\d{1,9} ?\/ ?\d{1,9}\]?(?: ?\[[=>. ]{0,60}\])?/gi,
  /\b\d{1,9}(?:s|ms|us)(?:\/(?:step|sample))?\b|\bETA\b/g,
  /(?:\b(?:train|val|test)[ ._])?\b\w{1,40} ?: ?-?(?:nan\b|inf\b|\d[\d.e+-]{0,30})/gi,
  /\{ ?'\w{1,60}': [^{}]{0,3000}\}/g,
  // Code: whole lines of it, and calls and settings within a sentence.
  /^\s{0,80}(?:from [\w.]{1,100} import .{0,300}|import [\w.]{1,100}(?: as \w{1,60})?\s*$)/gm,
  /^\s{0,80}(?:for .{1,100} in .{1,100}|(?:while|if|elif|with|def|class|except) .{1,200}|else|try):\s*$/gm,
  /^\s{0,80}[A-Za-z_][\w.]{0,80}(?:\[[^\]]{0,80}\])?(?:, ?[A-Za-z_]\w{0,60}){0,6} = .{1,400}/gm,
  /[A-Za-z_][\w.]{0,100}\([^()]{0,400}(?:\([^()]{0,300}\)[^()]{0,300}){0,20}\)/g,
  /\b[A-Za-z_]\w{0,60}=[^\s,]{1,100}/g,
  /`[^`]{1,300}`/g,
];

/** `ValueError: …` up to the line's end. */
const failure = /(?:\w{1,40}\.){0,6}\b[A-Z]\w{1,60}(?:Error|Exception|Warning)\b ?:(.{0,2000})/g;
/** How people go on behind a message that they pasted; messages do not begin so. */
const asking = /^(?:what|why|how|wtf|help|pls|is|can|could|does|i|i'm|my|anyone|any)\b/i;

/** What people wrote themselves, in lower case; of a comment or string in Korean the Korean. */
export function withoutMachineText(text: string): string {
  const own = text
    .slice(0, MAX_CHARACTERS)
    .replace(failure, (_whole, message: string) => saidBehind(message));
  const rest = machineParts.reduce(
    (left, part) => left.replace(part, (whole) => ` ${hangulIn(whole)} `),
    own,
  );
  return withoutKnownErrors(rest.toLowerCase());
}

/** A message runs to its line's end; Korean in it, or a question behind it, is somebody's. */
function saidBehind(message: string): string {
  const sentences = message.split(/(?<=[.?!])\s+/);
  const from = sentences.findIndex((sentence, index) => index > 0 && asking.test(sentence));
  return ` ${from < 0 ? hangulIn(message) : sentences.slice(from).join(' ')} `;
}

function hangulIn(text: string): string {
  return (text.match(/[\p{sc=Hangul}]+/gu) ?? []).join(' ');
}
