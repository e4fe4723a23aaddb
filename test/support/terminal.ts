import { Writable } from 'node:stream';
import { createTerminal, type Terminal } from '../../src/adapters/terminal/terminal.js';

/** A stream that keeps what was written; a terminal when it is given a size. */
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

/** A terminal whose one person speaks English, on these streams. */
export function terminalOn(stdout: Output, stderr = new Output()): Terminal {
  return createTerminal({
    stdout: stdout as unknown as NodeJS.WriteStream,
    stderr,
    locale: 'en',
    keepFile: ({ name }) => Promise.resolve(`/kept/${name}`),
  });
}
