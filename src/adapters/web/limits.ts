/**
 * Rate limits per person and overall: so that nobody's flood affects the
 * others, and a class of a hundred that comes in at once never notices them. There are no
 * accounts, so anybody can get more identities: each limit per person comes with one
 * for everybody, and newcomers are counted by address.
 */
import type { Rate } from '../../chat/allowance.js';

export interface SharedRate {
  readonly each: Rate;
  readonly all: Rate;
}

/**
 * Lines typed and buttons pressed. Nobody types two a second for long; a few buttons may be pressed in
 * a row. All: a class of a hundred presses the same button twice within one second.
 */
export const lineRate: SharedRate = {
  each: { burst: 30, perMinute: 120 },
  all: { burst: 300, perMinute: 3000 },
};

/** Picking and sending a file takes a while: one in ten seconds, a few at first. All: a class of a hundred. */
export const uploadRate: SharedRate = {
  each: { burst: 6, perMinute: 6 },
  all: { burst: 100, perMinute: 120 },
};

/**
 * Rooms that are created: each is a row, and may fill up like the first one. All: a school's classes at
 * the start of a lesson. Every other limit here counts all rooms together: it is one machine.
 */
export const openRoomRate: SharedRate = {
  each: { burst: 6, perMinute: 2 },
  all: { burst: 40, perMinute: 20 },
};

/**
 * Rooms that are entered or looked up: a class's link is no lock, but must not be found by guessing names
 * either. All: every page of a full room reconnects at once.
 */
export const enterRoomRate: SharedRate = {
  each: { burst: 30, perMinute: 30 },
  all: { burst: 1200, perMinute: 1200 },
};

/** Pinning and muting by teachers: every page in the room is notified. */
export const settleRate: SharedRate = {
  each: { burst: 30, perMinute: 60 },
  all: { burst: 100, perMinute: 300 },
};

/** Every page is notified of each new name. */
export const renameRate: SharedRate = {
  each: { burst: 5, perMinute: 6 },
  all: { burst: 100, perMinute: 120 },
};

/**
 * New identities per remote address (`each`). A school, or everybody behind one proxy, shares one address: a
 * lecture hall may come in at once. Each one costs a row in the database.
 */
export const newcomerRate: SharedRate = {
  each: { burst: 200, perMinute: 60 },
  all: { burst: 600, perMinute: 200 },
};

export interface Places {
  readonly each: number;
  readonly all: number;
}

/**
 * Open event streams. A browser opens up to six connections to a server (HTTP/1.1); behind a proxy that
 * speaks HTTP/2 it may be a few more. All: each holds a socket and buffers up to 64 kB, so a thousand
 * take 64 MB. When all are taken, somebody without a page gets a place from whoever has the most.
 */
export const streamPlaces: Places = { each: 10, all: 1000 };

/**
 * Streams opened: each starts with the whole log. A page that loses its connection retries once
 * a second. All: every page of a full room reconnects at once when the room restarts.
 */
export const streamRate: SharedRate = {
  each: { burst: 60, perMinute: 60 },
  all: { burst: 1200, perMinute: 1200 },
};

/** Retry-After for a page that found no place, in ms. */
export const streamRetryMs = 10_000;

/** Concurrent uploads: a second may start while the first is being cancelled. */
export const uploadPlaces: Places = { each: 2, all: 50 };

/**
 * Total bytes of all people's uploads that are in transfer or waiting for their command: a class of
 * a hundred with 1 MB each. Each person may have one waiting, of at most 10 MB.
 */
export const mostPendingBytes = 100 * 1024 * 1024;

/** Retry-After for an upload that found no space, in ms. */
export const uploadRetryMs = 60_000;
