/** The HTTP side of the fake Slack: its Web API, file uploads and downloads, and response URLs. */
import type { Server } from 'node:http';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { checkPings, readBlocks } from './block-rules.js';
import type { FakeState } from './fake-state.js';
import { checkScope, methods, type Arguments } from './methods.js';
import { SlackProblem } from './problems.js';

const mostResponses = 5;

export type WebApp = Hono<{ Bindings: HttpBindings }>;

export function webServer(app: WebApp): Server {
  return createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
}

/** The app for one workspace. */
export function webApp(state: FakeState): WebApp {
  const { world } = state;
  const app: WebApp = new Hono();

  app.post('/api/:method', async (c) => {
    const method = c.req.param('method');
    const index = state.faults.findIndex((one) => one.method === method);
    const fault = index < 0 ? undefined : state.faults.splice(index, 1)[0]?.fault;
    if (fault?.kind === 'reset') {
      c.env.incoming.socket.destroy();
      return c.body(null);
    }
    if (fault?.kind === 'late') await fault.until;
    if (fault?.kind === 'proxy') {
      return c.html('<html><h1>Be patient</h1></html>', fault.status as 200);
    }
    if (fault?.kind === 'server-error') return c.text('Internal Server Error', 500);
    try {
      if (fault?.kind === 'refusal') {
        throw new SlackProblem(fault.error, undefined, fault.needed);
      }
      if (fault?.kind === 'rate-limit') {
        throw new SlackProblem('ratelimited', fault.retryAfterSeconds);
      }
      const args = await readArguments(c);
      const token = tokenOf(c, args);
      if (method === 'apps.connections.open') {
        if (token !== state.appToken) throw new SlackProblem('invalid_auth');
        return c.json({ ok: true, url: state.socketUrl });
      }
      if (token !== state.botToken) {
        throw new SlackProblem(state.oldTokens.get(String(token)) ?? 'invalid_auth');
      }
      checkScope(method, state);
      state.calls.push({ method, args });
      const refused = state.refused.get(method);
      if (refused !== undefined) throw new SlackProblem(refused);
      state.tiers.take(method, String(args.channel));
      const call = methods[method];
      if (!call) throw new SlackProblem('unknown_method');
      return c.json({ ok: true, ...call(args, state) });
    } catch (error) {
      if (!(error instanceof SlackProblem)) throw error;
      state.refusals.push({ method, error: error.error });
      world.changed();
      if (error.retryAfterSeconds !== undefined) {
        c.header('retry-after', String(error.retryAfterSeconds));
        return c.json({ ok: false, error: error.error }, 429);
      }
      const { needed } = error;
      return c.json({ ok: false, error: error.error, ...(needed !== undefined && { needed }) });
    }
  });

  app.post('/upload/:file', async (c) => {
    const file = world.files.find(({ id }) => id === c.req.param('file'));
    if (!file) return c.text('no such file', 404);
    file.bytes = new Uint8Array(await c.req.arrayBuffer());
    return c.text('OK');
  });

  app.get('/files/:file/:name', (c) => {
    const file = world.files.find(({ id }) => id === c.req.param('file'));
    if (c.req.header('authorization') !== `Bearer ${state.botToken}`) return c.html('Sign in', 200);
    return file ? c.body(Buffer.from(file.bytes)) : c.text('no such file', 404);
  });

  app.post('/response/:id', async (c) => {
    const url = state.responseUrls.get(c.req.param('id'));
    if (!url || url.uses >= mostResponses || world.clock.nowMs() > url.untilMs) {
      return c.text('expired_url', 404);
    }
    url.uses += 1;
    const body = await c.req.json<Arguments>();
    const text = typeof body.text === 'string' ? body.text : '';
    const blocks = body.blocks === undefined ? [] : readBlocks(body.blocks, state);
    checkPings(text, blocks, world);
    world.addMessage({
      ...{ channel: url.channel, author: 'tutor', text, blocks },
      ...(body.response_type === 'ephemeral' && { onlyFor: url.userId }),
      ...(typeof body.thread_ts === 'string' && { thread: body.thread_ts }),
    });
    return c.text('ok');
  });

  app.onError((error, c) => {
    state.refusals.push({ method: c.req.path, error: error.stack ?? error.message });
    return c.text(error.message, 500);
  });
  return app;
}

export async function readArguments(c: Context): Promise<Arguments> {
  const type = c.req.header('content-type') ?? '';
  if (type.startsWith('application/json')) return c.req.json<Arguments>();
  const form = new URLSearchParams(await c.req.text());
  return Object.fromEntries([...form].map(([name, value]) => [name, parsed(value)]));
}

/** The SDK puts objects and lists into form fields as JSON. */
function parsed(value: string): unknown {
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

function tokenOf(c: Context, { token }: Arguments): unknown {
  return c.req.header('authorization')?.replace(/^Bearer /, '') ?? token;
}
