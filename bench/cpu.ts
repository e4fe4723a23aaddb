/** CPU time used by another process. Linux only. */
import { readFile } from 'node:fs/promises';

const NS_PER_MS = 1e6;
/** USER_HZ: the kernel reports 100 ticks per second to programs on every machine. */
const MS_PER_TICK = 10;

/** All its threads so far, in ms; in steps of 10 ms. */
export async function processMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // proc_pid_stat(5): utime and stime are fields 14 and 15; the name, field 2, may contain spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
}

/** Its main thread only, in ms. */
export async function mainThreadMsOf(pid: number): Promise<number> {
  const schedstat = await readFile(`/proc/${pid}/task/${pid}/schedstat`, 'utf8');
  return Number(schedstat.split(' ')[0]) / NS_PER_MS;
}
