/** The HTTP side of the fake Discord: tokens, faults, refusals, then the routes. */
import type { Server } from 'node:http';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { botRoutes } from './bot-routes.js';
import type { FakeState } from './fake-state.js';
import { problemOf } from './faults.js';
import { interactionRoutes } from './interaction-routes.js';
import { ApiProblem, unauthorized } from './problems.js';

/** discord-api-docs `topics/rate-limits`: 50 requests a second per bot, interactions exempt. */
const global = { limit: 50, windowMs: 1_000 };

/** Leaves out the headers that describe a body. */
function limitsIn(headers: Headers): [string, string][] {
  return [...headers].filter(([name]) => !name.startsWith('content-'));
}

export function restServer(state: FakeState): Server {
  const api = new Hono<{ Bindings: HttpBindings }>();

  api.use(async (c, next) => {
    const path = c.req.path.replace('/api/v10', '');
    const fault = state.faults.take(c.req.method, path);
    if (fault) {
      const problem = problemOf(fault);
      if (problem) throw problem;
      if (fault.kind === 'proxy') {
        return c.html('<html><h1>Be patient</h1></html>', fault.status as 200);
      }
      if (fault.kind === 'silence') return new Promise(() => undefined);
      if (fault.kind === 'lost-answer') await next();
      if (fault.kind !== 'no-content') {
        c.env.incoming.socket.destroy();
        return;
      }
    }
    if (!/^\/(interactions|webhooks)\//.test(path)) {
      if (c.req.header('authorization') !== `Bot ${state.token}`) throw unauthorized();
      state.limits.take('global', global);
    }
    await next();
    if (fault) c.res = new Response(null, { status: 204, headers: limitsIn(c.res.headers) });
  });
  api.route('/', interactionRoutes(state));
  api.route('/', botRoutes(state));
  api.notFound((c) => {
    throw new Error(`the fake has no ${c.req.method} ${c.req.path}`);
  });

  const app = new Hono();
  app.route('/api/v10', api);
  app.onError((error, c) => {
    const problem =
      error instanceof ApiProblem ? error : new ApiProblem(500, 0, error.stack ?? error.message);
    const { status, code, message, headers, extra } = problem;
    const path = c.req.path.replace('/api/v10', '');
    state.refusals.push({ method: c.req.method, path, status, code, message });
    state.world.changed();
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    return c.json({ message, code, ...extra }, status as 400);
  });
  return createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
}
