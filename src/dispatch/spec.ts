/**
 * A command declared once, as data. Registration, help, text parsing and completion derive from it,
 * and so do the types of its handler's arguments. Its words are content: `command.<name>` describes
 * the command and `command.<name>.<option>` the option.
 */
import type { IncomingFile, Invocation } from '../chat/port.js';
import type { ChatMessage } from '../chat/message.js';
import type { Translator } from '../content/translator.js';

interface OptionBase {
  /** Other names that mean the same, for example Keras' `batch_size`. */
  readonly aliases?: readonly string[];
  readonly required?: boolean;
  /** May be given without its name, as the first word: `/explain epoch`. */
  readonly positional?: boolean;
  /** Only our own buttons fill it in: nobody is offered it, and it has no words. */
  readonly byButtons?: boolean;
}

export interface IntegerOption extends OptionBase {
  readonly type: 'integer';
  readonly min: number;
  readonly max: number;
  /** Other words for a number where it is typed, in lower case. */
  readonly valueAliases?: Readonly<Record<string, number>>;
}

export interface NumberOption extends OptionBase {
  readonly type: 'number';
  readonly min: number;
  readonly max: number;
}

/** `going`: those that are not over; `paused`: those of them that rest. `several`: those that are, one id after another. */
export type RunsOffered = 'runs' | 'going' | 'paused' | 'several';

export interface StringOption extends OptionBase {
  readonly type: 'string';
  readonly maxLength: number;
  /** Several in one value: words behind the first one belong to it, too. */
  readonly several?: boolean;
  /** A word without a name that looks like this can only be its value. */
  readonly looksLike?: RegExp;
  /** Which of the asker's own runs can be offered while it is typed. */
  readonly suggests?: RunsOffered;
}

export interface ChoiceOption extends OptionBase {
  readonly type: 'choice';
  readonly choices: readonly string[];
  /** Other words for a choice, for example in Korean, in lower case. */
  readonly valueAliases?: Readonly<Record<string, string>>;
  /** What each choice is, in words. With them choices are offered while one types, not as a menu. */
  readonly labels?: (choice: string, t: Translator) => string;
}

/** A file that comes with the command. Its value is the file, not text. */
export interface FileOption extends OptionBase {
  readonly type: 'file';
}

/** Channels, as their mentions in text (`#study` chosen from a chat's list). Its value is their ids, none for `all`. */
export interface ChannelsOption extends OptionBase {
  readonly type: 'channels';
  /** How many may be named. */
  readonly most: number;
}

export type OptionSpec =
  IntegerOption | NumberOption | StringOption | ChoiceOption | FileOption | ChannelsOption;

export interface CommandSpec {
  readonly name: string;
  /** It may take seconds until it answers, and then it answers everyone. */
  readonly takesTime?: boolean;
  /** Offered on any message, where a platform can: the option that the message's text becomes. */
  readonly onMessage?: string;
  /** Text that is no command comes here: the option that the text becomes, just as it was written. */
  readonly answersText?: string;
  /** All that stands behind the command becomes this option, as it was written, but for the others' `name:value`. */
  readonly takesRest?: string;
  /**
   * What this command recognises as its own without being named, before anything else reads it:
   * pasted text becomes the option `onMessage`, a file that came without any command its file.
   */
  readonly recognises?: {
    readonly text: (text: string) => boolean;
    readonly file: (name: string) => boolean;
  };
  /** For those who manage a server or workspace; platforms that can offer it to them alone. */
  readonly forManagers?: boolean;
  /** Answered also in channels that a server keeps the tutor out of. */
  readonly everywhere?: boolean;
  readonly options: Readonly<Record<string, OptionSpec>>;
}

/** The options that people are told of. */
export function offeredOptions({
  options,
}: CommandSpec): readonly (readonly [string, OptionSpec])[] {
  return Object.entries(options).filter(([, { byButtons }]) => !byButtons);
}

/** Whether channels mean anything to a command. */
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
        : string;

/** The handler's arguments: required options always there, others perhaps. */
export type ArgsOf<S extends CommandSpec> = {
  readonly [K in keyof S['options']]: S['options'][K] extends { required: true }
    ? OptionValue<S['options'][K]>
    : OptionValue<S['options'][K]> | undefined;
};

/** What every handler is given beside its arguments. */
export interface CommandContext {
  readonly invocation: Invocation;
  /** Speaks the person's language: their own choice, else the platform's. */
  readonly t: Translator;
  /** Answers where everyone sees it, but a pressed button answers only who pressed. */
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
   * Instead, where somebody asked for it in words that might have meant something else: says what would
   * be done, with a button that does it. For commands that start or end something, or hand it over.
   */
  readonly offer?: Command<Services>['run'];
}

/** Ties a handler to its spec so that its arguments are typed by it. */
export function defineCommand<const S extends CommandSpec, Services>(
  spec: S,
  run: (args: ArgsOf<S>, context: CommandContext, services: Services) => Promise<void>,
  offer?: (args: ArgsOf<S>, context: CommandContext, services: Services) => Promise<void>,
): Command<Services> & { readonly spec: S } {
  // The dispatcher hands over only what it validated against this very spec.
  return {
    spec,
    run: (args, context, services) => run(args as ArgsOf<S>, context, services),
    ...(offer && {
      offer: (args, context, services) => offer(args as ArgsOf<S>, context, services),
    }),
  };
}
