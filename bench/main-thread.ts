/** The CPU use of the main thread, which all chats and pages share. */
import { readFileSync } from 'node:fs';

const NS_PER_MS = 1e6;
/** This thread's CPU time in nanoseconds, then two other figures (proc_pid_schedstat in the kernel's docs). */
const schedstat = `/proc/self/task/${process.pid}/schedstat`;

/**
 * How long the main thread has been busy so far, in ms; call it from there. On Linux this is its CPU time,
 * unaffected by other threads; elsewhere it is the time its event loop was not waiting, which includes
 * waiting for a core.
 */
export function mainThreadMs(): number {
  try {
    return Number(readFileSync(schedstat, 'utf8').split(' ')[0]) / NS_PER_MS;
  } catch {
    return performance.eventLoopUtilization().active;
  }
}
