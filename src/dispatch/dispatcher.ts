/**
 * Routes a request to the command that answers it, in the person's language, with the one error
 * boundary: what they can fix is said in a sentence, a fault gets an id and its cause goes to the log.
 */
import { randomBytes } from 'node:crypto';
import { textMessage, type ChatMessage } from '../chat/message.js';
import { readingPlaceOf, type Audience, type Invocation } from '../chat/port.js';
import type { Locale } from '../content/locale.js';
import { translator, type Translator } from '../content/translator.js';
import { AnsweredElsewhere, UserError } from '../errors.js';
import type { KerasCode } from './keras-code.js';
import { offerAgain, typedLine } from './left-over.js';
import { readLine } from './read-line.js';
import { requestReader } from './requests/read-request.js';
import type { GivenValue } from './read-value.js';
import { shown } from '../content/shown.js';
import type { Person, ServerRules } from './server-rules.js';
import type { Command, CommandContext } from './spec.js';
import { validate, type Given } from './validate.js';

export interface Dispatcher {
  /** A typed line, or a button's. Never rejects. */
  text(line: string, invocation: Invocation): Promise<void>;
  /** A command whose options the platform has already parsed. Never rejects. */
  typed(
    command: string,
    values: Readonly<Record<string, GivenValue>>,
    invocation: Invocation,
  ): Promise<void>;
  /** The language to answer somebody in: their own choice, else the platform's. */
  localeOf(person: Person): Promise<Locale>;
}

export interface DispatcherOptions<Services> {
  readonly commands: readonly Command<Services>[];
  readonly services: Services;
  /** The language that a person chose themselves, if they did. */
  readonly chosenLocale: (userId: string) => Promise<Locale | undefined>;
  /** Without them, servers and workspaces have no settings. */
  readonly rules?: ServerRules;
  readonly log: { error(details: object, message: string): void };
  /** Whether the process is ending: then nothing is started, and failures are not reported. */
  readonly isClosing?: () => boolean;
  /** An answer could not be delivered. */
  readonly undelivered?: (requestId: string) => void;
}

interface Asked<Services> {
  readonly command: Command<Services>;
  readonly given: readonly Given[];
  readonly loose: readonly string[];
  readonly code?: KerasCode;
  readonly inWords?: true;
}

export function createDispatcher<Services>(options: DispatcherOptions<Services>): Dispatcher {
  const { commands, services, chosenLocale, rules, log, isClosing = () => false } = options;
  const specs = commands.map(({ spec }) => spec);
  const readRequest = requestReader(specs);

  const find = (name: string): Command<Services> => {
    const command = commands.find(({ spec }) => spec.name === name);
    if (!command) throw new RangeError(`no command is called ${name}`);
    return command;
  };

  async function localeOf(person: Person): Promise<Locale> {
    const { user, locale } = person;
    return (await chosenLocale(user.id)) ?? (await rules?.localeOf(person)) ?? locale;
  }

  /** Text where a question is expected may be a request for an action. */
  function inOwnWords(asked: Asked<Services>): Asked<Services> {
    const [only, another] = asked.given;
    const isText = only?.name === asked.command.spec.answersText && !another;
    const request = isText && typeof only?.value === 'string' && readRequest(only.value);
    if (!request) return asked;
    return { command: find(request.command), given: request.given, loose: [], inWords: true };
  }

  /** A request in Korean words is answered in Korean, as questions are, unless they chose a language. */
  async function speaksKorean({ user }: Invocation, written: string): Promise<boolean> {
    return /\p{Script=Hangul}/u.test(written) && (await chosenLocale(user.id)) === undefined;
  }

  /**
   * @param offer the request, to be offered again
   * @param written the line as typed
   */
  async function handle(
    invocation: Invocation,
    offer: (t: Translator) => ChatMessage,
    read: () => Asked<Services>,
    written = '',
  ): Promise<void> {
    const at = readingPlaceOf(invocation);
    let t = translator(invocation.locale, at);
    try {
      t = translator(await localeOf(invocation), at);
      if (isClosing()) throw new UserError('error.closing');
      if (invocation.requested?.leftOver === 'late') {
        await contextOf(invocation, t).answer(offer(t));
        return;
      }
      const { command, given, loose, code, inWords } = inOwnWords(read());
      if (inWords && (await speaksKorean(invocation, written))) t = translator('ko', at);
      await rules?.admit(command.spec, invocation);
      const args = validate(command.spec, given, loose, invocation.files);
      const isAlone = isPrivate(args);
      if (isAlone && invocation.overheard) {
        throw new UserError('error.overheard', { command: command.spec.name });
      }
      const context = contextOf(invocation, t, isAlone);
      await (inWords && command.offer ? command.offer : command.run)(args, context, services);
      if (code) await tellUnderstood(code, context);
    } catch (error) {
      if (error instanceof AnsweredElsewhere) return;
      await answerFault(invocation, t, error);
    }
  }

  async function answerFault(invocation: Invocation, t: Translator, error: unknown): Promise<void> {
    try {
      await invocation.reply(faultMessage(invocation, t, error), 'asker');
    } catch (replyError) {
      if (invocation.requested) options.undelivered?.(invocation.requested.id);
      log.error({ err: replyError, user: invocation.user.id }, 'an answer could not be delivered');
    }
  }

  function faultMessage(invocation: Invocation, t: Translator, error: unknown): ChatMessage {
    if (error instanceof UserError) return textMessage(t.text(error.key, error.params));
    // Work in progress cannot continue without what is already closed.
    if (isClosing()) return textMessage(t.text('error.closing'));
    const id = randomBytes(4).toString('hex');
    log.error({ err: error, faultId: id, user: invocation.user.id }, 'a command failed');
    return textMessage(t.text('error.fault', { id }));
  }

  return {
    text: (line, invocation) => {
      const names = invocation.files.map(({ name }) => name);
      const offer = (t: Translator): ChatMessage => offerAgain(line, names.length > 0, t);
      return handle(
        invocation,
        offer,
        () => {
          const { command, ...rest } = readLine(line, specs, names, readRequest);
          return { command: find(command), ...rest };
        },
        line,
      );
    },
    typed: (name, values, invocation) => {
      const files = [...invocation.files, ...Object.values(values)];
      const hasFiles = files.some((value) => typeof value === 'object');
      const offer = (t: Translator): ChatMessage =>
        offerAgain(typedLine(name, values), hasFiles, t);
      return handle(invocation, offer, () => ({
        command: find(name),
        given: Object.entries(values).map(([option, value]) => ({ name: option, value })),
        loose: [],
      }));
    },
    localeOf,
  };
}

/** Longer lists of code arguments are cut. */
const NAMES_CHARACTERS = 200;

/** A run from pasted code says what was used and what was not, where that is not obvious. */
async function tellUnderstood(
  { options, ignored, notes, hasModel }: KerasCode,
  { t, answerPrivately }: CommandContext,
): Promise<void> {
  const taken = options.map(({ name, value }) => `${name}:${value}`).join(' ');
  const names = shown(ignored.join(', '), NAMES_CHARACTERS);
  const lines = [
    ...(hasModel ? [t.text('code.taken', { taken: shown(taken, NAMES_CHARACTERS) })] : []),
    ...(ignored.length > 0 ? [t.text('code.ignored', { names })] : []),
    ...notes.map((note) => t.text(`code.note.${note}`)),
  ];
  if (lines.length > 0) await answerPrivately(textMessage(...lines));
}

/** Whether the asker wants a private answer, where a command has the option `private`. */
export function isPrivate(values: Readonly<Record<string, unknown>>): boolean {
  return values.private === 'yes';
}

function contextOf(invocation: Invocation, t: Translator, isAlone = false): CommandContext {
  const answer = async (message: ChatMessage, audience: Audience): Promise<void> => {
    await invocation.reply(message, audience);
  };
  return {
    invocation,
    t,
    answer: (message) => answer(message, invocation.pressed || isAlone ? 'asker' : 'everyone'),
    answerPrivately: (message) => answer(message, 'asker'),
  };
}
