/** A terminal as a chat platform: one person, one live message, answers below it. */
import type { Attachment, ChatMessage } from '../../chat/message.js';
import type { ChatPort, IncomingFile, Invocation, MessageRef } from '../../chat/port.js';
import type { Locale } from '../../content/locale.js';
import { formatMessage } from './format.js';
import { createScreen } from './screen.js';

/** About twelve frames a second: more would only flicker. */
const EDIT_INTERVAL_MS = 80;

export interface TerminalOptions {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WritableStream;
  readonly locale: Locale;
  /** Saves a message's file and returns its path. */
  readonly keepFile: (attachment: Attachment) => Promise<string>;
}

export interface Terminal {
  readonly port: ChatPort;
  /** The user's command, with the files that they named. */
  invocation(files: readonly IncomingFile[]): Invocation;
  /** The live message is complete: shows the rest of it. Resolves with the paths of its files. */
  finish(): Promise<readonly string[]>;
}

const place = { platform: 'terminal', key: 'terminal' } as const;

export function createTerminal({ stdout, stderr, locale, keepFile }: TerminalOptions): Terminal {
  const screen = createScreen(stdout);
  let attachments: readonly Attachment[] = [];
  let nextEditMs = 0;

  const show = (message: ChatMessage): MessageRef => {
    attachments = message.attachments ?? attachments;
    screen.show(message);
    return { platform: 'terminal', key: 'live' };
  };

  const port: ChatPort = {
    platform: 'terminal',
    budget: {
      take: async (_ref, urgency) => {
        const waitMs = nextEditMs - performance.now();
        if (urgency !== 'final' && waitMs > 0) await delay(waitMs);
        nextEditMs = performance.now() + EDIT_INTERVAL_MS;
      },
      intervalMs: () => EDIT_INTERVAL_MS,
    },
    // A terminal scrolls.
    fits: () => true,
    edit: (_ref, message) => {
      show(message);
      return Promise.resolve();
    },
    post: (_place, message) => Promise.resolve(show(message)),
  };

  return {
    port,
    invocation: (files) => ({
      user: { id: 'terminal:me', name: 'me' },
      place,
      locale,
      operates: true,
      moderates: true,
      pressed: false,
      files,
      reply: (message, audience) => {
        if (audience === 'everyone') return Promise.resolve(show(message));
        stderr.write(`${formatMessage(message, { colours: false })}\n`);
        return Promise.resolve({ platform: 'terminal', key: 'answer' });
      },
    }),
    finish: async () => {
      screen.finish();
      return Promise.all(attachments.map(keepFile));
    },
  };
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
