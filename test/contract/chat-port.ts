/** What every chat platform promises: the same suite runs on each adapter. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChatMessage } from '../../src/chat/message.js';
import {
  EditLater,
  MessageGone,
  type ChatPort,
  type Invocation,
  type MessageRef,
} from '../../src/chat/port.js';

/** A platform with one person on it, as a test drives it. */
export interface ChatUnderTest {
  readonly port: ChatPort;
  /** A request by that person. */
  readonly invocation: Invocation;
  /** Everything the person sees, oldest first, as one text. */
  see(): Promise<string>;
  /** What can happen to a message; undefined on platforms where nothing can. */
  readonly trouble?: Trouble;
  close(): Promise<void>;
}

export interface Trouble {
  /** The platform refuses the next edit, and says how long to wait. */
  rateLimitNextEdit(retryAfterMs: number): void;
  delete(ref: MessageRef): void;
  /** The bot loses access to the message's channel. */
  cutOff(ref: MessageRef): void;
}

function message(words: string, code = 'Epoch 1/2\n800/800'): ChatMessage {
  return {
    blocks: [
      { kind: 'heading', text: [{ text: 'Run' }] },
      { kind: 'code', text: code },
      { kind: 'text', text: [{ text: words, style: 'strong' }, { text: ' and more' }] },
      { kind: 'list', items: [[{ text: 'one' }], [{ text: 'two', style: 'code' }]] },
    ],
    spoken: words,
    buttons: [{ label: 'Stop', command: '/stop run:k3f9qd', style: 'danger' }],
  };
}

/** In the form in which a run's message is stored for the next process. */
function revived(ref: MessageRef): MessageRef {
  return JSON.parse(JSON.stringify(ref)) as MessageRef;
}

export function chatPortContract(name: string, start: () => Promise<ChatUnderTest>): void {
  describe(`${name} as a chat platform`, () => {
    let chat: ChatUnderTest;

    beforeEach(async () => {
      chat = await start();
    });

    afterEach(() => chat.close());

    test('knows its platform, wherever a message is', async () => {
      const ref = await chat.invocation.reply(message('hello'), 'everyone');
      expect(ref.platform).toBe(chat.port.platform);
      expect(chat.invocation.place.platform).toBe(chat.port.platform);
      expect(chat.invocation.user.id.startsWith(`${chat.port.platform}:`)).toBe(true);
    });

    test('an answer is visible, and an edit replaces it', async () => {
      const ref = await chat.invocation.reply(message('first words'), 'everyone');
      await chat.port.edit(ref, message('other words'));
      const seen = await chat.see();
      expect(seen).toContain('other words');
      expect(seen).not.toContain('first words');
      for (const part of ['Run', '800/800', 'one', 'two']) expect(seen).toContain(part);
    });

    test('a message can be edited through its stored form', async () => {
      const ref = await chat.invocation.reply(message('before'), 'everyone');
      await chat.port.edit(revived(ref), message('after a restart'));
      expect(await chat.see()).toContain('after a restart');
    });

    test('a new message at a place can be edited too', async () => {
      const ref = await chat.port.post(chat.invocation.place, message('fresh'));
      await chat.port.edit(ref, message('fresh and edited'));
      expect(await chat.see()).toContain('fresh and edited');
    });

    test('an answer to the asker reaches the asker', async () => {
      await chat.invocation.reply(message('between us'), 'asker');
      expect(await chat.see()).toContain('between us');
    });

    test('what a person typed stays text', async () => {
      const typed = '<b>@everyone</b> *x* `y` ``` <!channel> &amp;';
      await chat.invocation.reply(message(typed, typed), 'everyone');
      expect(await chat.see()).toContain(typed);
    });

    test('a short message fits', () => {
      expect(chat.port.fits(message('short'))).toBe(true);
    });

    test('a slot for an edit comes, and its wait is predicted', async () => {
      const ref = await chat.invocation.reply(message('hello'), 'everyone');
      const { budget } = chat.port;
      expect(budget.intervalMs(ref)).toBeGreaterThan(0);
      const { signal } = new AbortController();
      await budget.take(ref, 'progress', signal);
      await budget.take(ref, 'final', signal);
    });

    test('an edit refused for now says when to retry, and then goes through', async (context) => {
      const trouble = chat.trouble ?? context.skip('nothing is refused here');
      const ref = await chat.invocation.reply(message('before'), 'everyone');
      trouble.rateLimitNextEdit(1_000);
      const refusal: unknown = await chat.port
        .edit(ref, message('too soon'))
        .catch((e: unknown) => e);
      expect(refusal).toBeInstanceOf(EditLater);
      expect((refusal as EditLater).retryAfterMs).toBeGreaterThanOrEqual(1_000);
      const { signal } = new AbortController();
      await chat.port.budget.take(ref, 'final', signal);
      await chat.port.edit(ref, message('in time'));
      expect(await chat.see()).toContain('in time');
    });

    test('a deleted message is gone for good', async (context) => {
      const trouble = chat.trouble ?? context.skip('nobody can delete a message here');
      const ref = await chat.invocation.reply(message('before'), 'everyone');
      trouble.delete(ref);
      await expect(chat.port.edit(ref, message('after'))).rejects.toThrow(
        new MessageGone('deleted'),
      );
    });

    test('a message out of reach says so', async (context) => {
      const trouble = chat.trouble ?? context.skip('every message stays in reach here');
      const ref = await chat.port.post(chat.invocation.place, message('before'));
      trouble.cutOff(ref);
      const edit = chat.port.edit(ref, message('after'));
      await expect(edit).rejects.toBeInstanceOf(MessageGone);
      await expect(edit).rejects.toMatchObject({ why: 'unreachable' });
    });
  });
}
