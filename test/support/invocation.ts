/** A person asking, in memory: the invocation they cause and every answer they get. */
import type { ChatMessage } from '../../src/chat/message.js';
import type { Audience, Invocation } from '../../src/chat/port.js';
import { messageText } from './message-text.js';

export interface Answer {
  readonly audience: Audience;
  /** As a reader sees it. */
  readonly words: string;
  readonly message: ChatMessage;
}

export class Asker {
  readonly answers: Answer[] = [];

  constructor(private readonly usual: Partial<Invocation> = {}) {}

  invocation(changes: Partial<Invocation> = {}): Invocation {
    return {
      user: { id: 'web:1', name: 'Mina' },
      place: { platform: 'web', key: 'room' },
      locale: 'en',
      moderates: false,
      pressed: false,
      files: [],
      reply: (message, audience) => {
        this.answers.push({ audience, words: messageText(message), message });
        return Promise.resolve({ platform: 'web', key: String(this.answers.length) });
      },
      ...this.usual,
      ...changes,
    };
  }

  /** The audience and words of each answer. */
  get seen(): readonly { readonly audience: Audience; readonly words: string }[] {
    return this.answers.map(({ audience, words }) => ({ audience, words }));
  }

  /** The newest answer. */
  get last(): Answer {
    const last = this.answers.at(-1);
    if (!last) throw new Error('nobody answered');
    return last;
  }
}
