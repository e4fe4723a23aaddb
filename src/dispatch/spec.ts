/**
 * A command declared once, as data. Registration, help, text parsing and completion derive from it,
 * and so do the types of its handler's arguments. Its text is content: `command.<name>` describes
 * the command and `command.<name>.<option>` the option.
 */
import type { IncomingFile, Invocation } from '../chat/port.js';
import type { ChatMessage } from '../chat/message.js';
import type { Translator } from '../content/translator.js';
import type { NamedPerson } from './people.js';

interface OptionBase {
  /** Aliases, such as Keras' `batch_size`. */
  readonly aliases?: readonly string[];
  readonly required?: boolean;
  /** May be given without its name, as the first word: `/explain epoch`. */
  readonly positional?: boolean;
  /** Only our own buttons fill it in: it is never offered, and has no description. */
  readonly byButtons?: boolean;
}

export interface IntegerOption extends OptionBase {
  readonly type: 'integer';
  readonly min: number;
  readonly max: number;
  /** Words that can be typed for a number, in lower case. */
  readonly valueAliases?: Readonly<Record<string, number>>;
}

export interface NumberOption extends OptionBase {
  readonly type: 'number';
  readonly min: number;
  readonly max: number;
}

/** `going`: runs that are not over; `paused`: those of them that are paused. `several`: finished ones, several ids. */
export type RunsOffered = 'runs' | 'going' | 'paused' | 'several';

export interface StringOption extends OptionBase {
  readonly type: 'string';
  readonly maxLength: number;
  /** Several in one value: words after the first belong to it, too. */
  readonly several?: boolean;
  /** A loose word that matches this can only be its value. */
  readonly looksLike?: RegExp;
  /** Which of the asker's own runs to offer as completions. */
  readonly suggests?: RunsOffered;
}

export interface ChoiceOption extends OptionBase {
  readonly type: 'choice';
  readonly choices: readonly string[];
  /** Synonyms for a choice, such as Korean ones, in lower case. */
  readonly valueAliases?: Readonly<Record<string, string>>;
  /** Descriptions of the choices. With them choices are offered as completions, not as a menu. */
  readonly labels?: (choice: string, t: Translator) => string;
}

/** A file that comes with the command. Its value is the file, not text. */
export interface FileOption extends OptionBase {
  readonly type: 'file';
}

/** Channels, as their mentions in text (`#study` chosen from a chat's list). Its value is their ids, none for `all`. */
export interface ChannelsOption extends OptionBase {
  readonly type: 'channels';
  /** The maximum number. */
  readonly most: number;
}

/** Somebody of the chat, mentioned (`@mina` chosen from its list) or just named. */
export interface PersonOption extends OptionBase {
  readonly type: 'person';
}

export type OptionSpec =
  | IntegerOption
  | NumberOption
  | StringOption
  | ChoiceOption
  | FileOption
  | ChannelsOption
  | PersonOption;

export interface CommandSpec {
  readonly name: string;
  /** It may take seconds to answer, and then answers publicly. */
  readonly takesTime?: boolean;
  /** Offered in any message's menu, where a platform can: the option that gets the message's text. */
  readonly onMessage?: string;
  /** Handles text that is not a command: the option that gets the text verbatim. */
  readonly answersText?: string;
  /** The option that gets everything after the command verbatim, except the others' `name:value`. */
  readonly takesRest?: string;
  /**
   * What this command recognizes without being named, before anything else is tried:
   * pasted text becomes the option `onMessage`, a file that came without any command its file.
   */
  readonly recognises?: {
    readonly text: (text: string) => boolean;
    readonly file: (name: string) => boolean;
  };
  /** For people who manage a server or workspace; platforms that can offer it only to them. */
  readonly forManagers?: boolean;
  /** Also answered in channels that a server has excluded. */
  readonly everywhere?: boolean;
  readonly options: Readonly<Record<string, OptionSpec>>;
}

/** The options shown to people. */
export function offeredOptions({
  options,
}: CommandSpec): readonly (readonly [string, OptionSpec])[] {
  return Object.entries(options).filter(([, { byButtons }]) => !byButtons);
}

/** Whether a command has a channel option. */
export function takesChannels({ options }: CommandSpec): boolean {
  return Object.values(options).some(({ type }) => type === 'channels');
}

export type OptionValue<O extends OptionSpec> = O extends { type: 'integer' | 'number' }
  ? number
  : O extends { type: 'choice'; choices: readonly (infer C)[] }
    ? C
    : O extends { type: 'file' }
      ? IncomingFile
      : O extends { type: 'channels' }
        ? readonly string[]
        : O extends { type: 'person' }
          ? NamedPerson
          : string;

/** The handler's arguments: required options are always present, others may be undefined. */
export type ArgsOf<S extends CommandSpec> = {
  readonly [K in keyof S['options']]: S['options'][K] extends { required: true }
    ? OptionValue<S['options'][K]>
    : OptionValue<S['options'][K]> | undefined;
};

/** The context every handler gets besides its arguments. */
export interface CommandContext {
  readonly invocation: Invocation;
  /** In the person's language: their own choice, else the platform's. */
  readonly t: Translator;
  /** Answers in public, except that a pressed button answers only the person who pressed. */
  readonly answer: (message: ChatMessage) => Promise<void>;
  /** Answers only the asker. */
  readonly answerPrivately: (message: ChatMessage) => Promise<void>;
}

export interface Command<Services> {
  readonly spec: CommandSpec;
  readonly run: (
    args: Readonly<Record<string, unknown>>,
    context: CommandContext,
    services: Services,
  ) => Promise<void>;
  /**
   * Used instead when somebody's words might have meant something else: says what would
   * be done, with a button to do it. For commands that start, end or hand over something.
   */
  readonly offer?: Command<Services>['run'];
}

/** Binds a handler to its spec, which types its arguments. */
export function defineCommand<const S extends CommandSpec, Services>(
  spec: S,
  run: (args: ArgsOf<S>, context: CommandContext, services: Services) => Promise<void>,
  offer?: (args: ArgsOf<S>, context: CommandContext, services: Services) => Promise<void>,
): Command<Services> & { readonly spec: S } {
  // The dispatcher passes only what it has validated against this spec.
  return {
    spec,
    run: (args, context, services) => run(args as ArgsOf<S>, context, services),
    ...(offer && {
      offer: (args, context, services) => offer(args as ArgsOf<S>, context, services),
    }),
  };
}
