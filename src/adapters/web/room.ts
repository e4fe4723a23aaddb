/** The study room: a web page and the server it talks to, as one chat platform. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { Accepted } from '../../chat/accepted.js';
import { PlatformStatus } from '../../chat/platform-status.js';
import type { Platform } from '../../chat/port.js';
import type { Locale } from '../../content/locale.js';
import type { CommandSpec } from '../../dispatch/spec.js';
import { apiRoutes } from './api-routes.js';
import { RoomPort } from './chat-port.js';
import { serveFiles } from './file-routes.js';
import { guard } from './guard.js';
import { Halls } from './halls.js';
import { Identities } from './identity.js';
import type { IdentityStore } from '../../room/identity-store.js';
import { streamPlaces, type Places } from './limits.js';
import { servePage } from './page-files.js';
import type { PendingFiles } from '../../room/pending-files.js';
import { serveProbes, type Probe } from './probe-routes.js';
import { refuse, Refused } from './refused.js';
import { RoomRequests, type LineDispatcher } from './requests.js';
import type { RoomLog } from '../../room/room-log.js';
import { roomRoutes } from './room-routes.js';
import { securityHeaders } from './security-headers.js';
import type { StudyRooms } from '../../room/study-rooms.js';
import { Teachers } from './teachers.js';
import { UploadShare } from './upload-share.js';

export interface RoomOptions {
  /** Host name or address to listen on; a loopback one keeps the room on this machine. */
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly dispatcher: LineDispatcher;
  /** For autocompletion. */
  readonly commands: readonly { readonly spec: CommandSpec }[];
  readonly roomLog: RoomLog;
  readonly studyRooms: StudyRooms;
  readonly identities: IdentityStore;
  readonly pending: PendingFiles;
  readonly accepted: Accepted;
  /** For browsers that ask for no language we support. */
  readonly defaultLocale: Locale;
  readonly log: RoomLogger;
  /** Idle time after which a comment keeps a connection open, in ms; 20,000 if not given. */
  readonly heartbeatMs?: number;
  /** A monotonic clock, in ms, for all limits; `performance.now` if not given. */
  readonly nowMs?: () => number;
  /** Maximum number of open event streams; as in `limits.ts` if not given. */
  readonly streamPlaces?: Places;
  /** The health checks' answers. */
  readonly probe?: Probe;
}

export interface RoomLogger {
  error(details: { readonly err: unknown; readonly path: string }, message: string): void;
}

export interface Room extends Platform {
  /** Its URL: `http://127.0.0.1:3000`. */
  readonly address: string;
  /** Ends every connection; pages show that they are reconnecting. */
  close(): Promise<void>;
}

/** Listening failed; the message is one sentence for the operator. */
export class RoomAddressError extends Error {
  override readonly name = 'RoomAddressError';
}

/** @throws RoomAddressError when host and port cannot be listened on. */
export async function startRoom(options: RoomOptions): Promise<Room> {
  const { roomLog: log, studyRooms, host, pending } = options;
  const closing = new AbortController();
  const nowMs = options.nowMs ?? performance.now.bind(performance);
  const halls = new Halls({ log, rooms: studyRooms, closing: closing.signal, nowMs });
  const port = new RoomPort(log, halls.notify, studyRooms);
  const identities = new Identities(options.identities, nowMs);
  const requests = new RoomRequests({ ...options, port });

  const app = new Hono();
  if (options.probe) serveProbes(app, options.probe);
  app.use(securityHeaders, guard(host));
  servePage(app);
  serveFiles(app, { log, pending, share: new UploadShare(pending, nowMs), identities });
  const heartbeatMs = options.heartbeatMs ?? 20_000;
  const teachers = new Teachers(studyRooms);
  const shared = { halls, teachers, identities, requests, heartbeatMs, nowMs };
  app.route('/api', apiRoutes({ streamPlaces, ...options, ...shared }));
  app.route('/api/rooms', roomRoutes({ ...shared, log, studyRooms }));
  app.notFound((c) => c.text('There is nothing here.', 404));
  app.onError((err, c) => {
    if (err instanceof Refused) return refuse(c, err, options.defaultLocale);
    options.log.error({ err, path: c.req.path }, 'the room failed to answer a request');
    return c.text('Something broke on our side; the log has the cause.', 500);
  });

  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  await listen(server, host, options.port);
  const address = addressOf(host, server.address() as AddressInfo);
  const status = new PlatformStatus();
  status.tell('serving');
  return {
    port,
    status,
    address,
    serving: Promise.resolve(`study room ${address}`),
    answerLeftOver: () => requests.answerLeftOver(),
    close: () => {
      closing.abort();
      return new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      });
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const why =
        cause.code === 'EADDRINUSE'
          ? `port ${port} is taken by another program; WEB_PORT=0 takes any free one`
          : cause.message;
      reject(new RoomAddressError(`The room cannot listen on ${host}: ${why}.`, { cause }));
    });
    server.listen(port, host, resolve);
  });
}

/** A wildcard address cannot be opened in a browser. */
function addressOf(host: string, { port }: AddressInfo): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
