import { Writable } from 'node:stream';
import { createTerminal, type Terminal } from '../../src/adapters/terminal/terminal.js';

/** A stream that keeps what was written; acts as a terminal if given a size. */
export class Output extends Writable {
  text = '';
  readonly isTTY: boolean;
  constructor(
    readonly columns = 0,
    readonly rows = 0,
  ) {
    super();
    this.isTTY = columns > 0;
  }
  hasColors(): boolean {
    return this.isTTY;
  }
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** A terminal on these streams, whose one user speaks English. */
export function terminalOn(stdout: Output, stderr = new Output()): Terminal {
  return createTerminal({
    stdout: stdout as unknown as NodeJS.WriteStream,
    stderr,
    locale: 'en',
    keepFile: ({ name }) => Promise.resolve(`/kept/${name}`),
  });
}

/**
 * What a terminal shows after this output, scrolled lines included. It emulates just what log-update needs:
 * moving up and down, erasing lines and rewriting them.
 */
export function screenText(written: string): string {
  const lines: string[] = [''];
  let row = 0;
  for (const [part] of written
    .replaceAll('\u001b', '␛')
    .matchAll(/␛\[\??\d*[A-Za-z]|\n|[^␛\n]+/g)) {
    const { rows, move } = /^␛\[(?<rows>\d+)(?<move>[AB])$/.exec(part)?.groups ?? {};
    if (part === '\n') row += 1;
    else if (move !== undefined) row += Number(rows) * (move === 'A' ? -1 : 1);
    else if (part === '␛[2K') lines[row] = '';
    else if (!part.startsWith('␛')) lines[row] = (lines[row] ?? '') + part;
  }
  return lines.join('\n').trimEnd();
}
