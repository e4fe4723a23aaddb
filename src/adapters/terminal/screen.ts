/** Shows one message as it changes: redrawn in place on a terminal, line by line elsewhere. */
import { createLogUpdate } from 'log-update';
import wrapAnsi from 'wrap-ansi';
import type { ChatMessage } from '../../chat/message.js';
import { codeOf, formatMessage, wordsOf } from './format.js';

export interface Screen {
  /** Whether the message can be redrawn in place. */
  fits(message: ChatMessage): boolean;
  show(message: ChatMessage): void;
  /** Nothing changes any more: whatever has not been shown yet is. */
  finish(): void;
}

/** Lines under the message that the prompt and a terminal's own wrapping may need. */
const SPARE_ROWS = 2;

export function createScreen(output: NodeJS.WriteStream): Screen {
  return output.isTTY ? redrawingScreen(output) : appendingScreen(output);
}

function redrawingScreen(output: NodeJS.WriteStream): Screen {
  const redraw = createLogUpdate(output);
  const format = { colours: output.hasColors() };
  const wrapped = (message: ChatMessage): string =>
    wrapAnsi(formatMessage(message, format), output.columns, { hard: true, trim: false });
  return {
    fits: (message) => wrapped(message).split('\n').length <= output.rows - SPARE_ROWS,
    show: (message) => {
      redraw(wrapped(message));
    },
    finish: () => {
      redraw.done();
    },
  };
}

/** In a file or a pipe a line cannot be taken back, so only lines that will not change are written. */
function appendingScreen(output: NodeJS.WritableStream): Screen {
  let written = 0;
  let last: ChatMessage | undefined;
  const write = (lines: readonly string[]): void => {
    for (const line of lines) output.write(`${line}\n`);
    written += lines.length;
  };
  return {
    fits: () => true,
    show: (message) => {
      last = message;
      // The newest line is the bar, which still moves.
      write(codeOf(message).slice(written, -1));
    },
    finish: () => {
      if (!last) return;
      write(codeOf(last).slice(written));
      output.write(`\n${wordsOf(last, { colours: false })}\n`);
    },
  };
}
