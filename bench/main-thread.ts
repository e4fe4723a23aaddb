/** What the main thread, which all chats and pages share, spends. */
import { readFileSync } from 'node:fs';

const NS_PER_MS = 1e6;
/** Nanoseconds this thread has been on a core, then two other figures (proc_pid_schedstat in the kernel's docs). */
const schedstat = `/proc/self/task/${process.pid}/schedstat`;

/**
 * Milliseconds that the main thread has been busy so far; call it there. On Linux its CPU time, to which
 * other threads add nothing; elsewhere the time its event loop was not waiting, in which it may have
 * had to wait for a core.
 */
export function mainThreadMs(): number {
  try {
    return Number(readFileSync(schedstat, 'utf8').split(' ')[0]) / NS_PER_MS;
  } catch {
    return performance.eventLoopUtilization().active;
  }
}
