/** A server that speaks the part of OpenAI's chat completions API the tutor uses, and can misbehave. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export type Reply =
  /** What the model says; null is a refusal. */
  | { readonly says: string | null }
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body: string }
  /** Sends nothing, or the start of an answer, and then goes silent. */
  | 'hangs'
  | 'hangs midway'
  | 'closes'
  /** Sends bytes that are no event of any protocol, a few at a time. */
  | 'streams garbage';

export interface HeardRequest {
  readonly path: string | undefined;
  readonly headers: IncomingMessage['headers'];
  /** As it was sent. */
  readonly body: string;
}

export interface FakeLlm {
  /** In the form LLM_URL expects. */
  readonly url: string;
  readonly heard: readonly HeardRequest[];
  reply: Reply;
  /** Resolves with the next request, once it is fully read and the answer has got as far as it will. */
  nextHeard(): Promise<HeardRequest>;
  /** Resolves when the client has hung up. */
  nextDropped(): Promise<void>;
  close(): Promise<void>;
}

export async function startFakeLlm(): Promise<FakeLlm> {
  const heard: HeardRequest[] = [];
  const server = createServer((request, response) => {
    response.once('close', () => {
      if (!response.writableFinished) server.emit('dropped');
    });
    void text(request).then((body) => {
      const one = { path: request.url, headers: request.headers, body };
      heard.push(one);
      answer(response, fake.reply);
      server.emit('heard', one);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const fake: FakeLlm = {
    url: `http://127.0.0.1:${port}/v1`,
    heard,
    reply: { says: '0' },
    nextHeard: async () => {
      const [one] = (await once(server, 'heard')) as [HeardRequest];
      return one;
    },
    nextDropped: async () => {
      await once(server, 'dropped');
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return fake;
}

const json = { 'content-type': 'application/json' };

function answer(response: ServerResponse, reply: Reply): void {
  switch (reply) {
    case 'hangs':
      return;
    case 'hangs midway':
      response.writeHead(200, json).write('{"id":"1","choices":[');
      return;
    case 'closes':
      response.destroy();
      return;
    case 'streams garbage':
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      for (let piece = 0; piece < 100; piece += 1) response.write(`data: {"3": \u0000\n\n3\n`);
      response.end('\ufffd');
      return;
    default:
      if ('says' in reply) response.writeHead(200, json).end(completion(reply.says));
      else response.writeHead(reply.status, { ...json, ...reply.headers }).end(reply.body);
  }
}

function completion(content: string | null): string {
  const refusal = content === null ? 'I cannot help with that.' : null;
  return JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_700_000_000,
    model: 'fake',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content, refusal },
        logprobs: null,
        finish_reason: 'stop',
      },
    ],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  });
}
