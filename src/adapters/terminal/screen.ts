/**
 * Shows one message as it grows: finished epochs stay above, as Keras leaves them, and what still
 * changes is redrawn below them on a terminal. Elsewhere output waits until it is final.
 */
import { createLogUpdate } from 'log-update';
import wrapAnsi from 'wrap-ansi';
import type { ChatMessage } from '../../chat/message.js';
import { partsOf, type MessageParts } from './format.js';

export interface Screen {
  show(message: ChatMessage): void;
  /** The message is final: shows whatever is still missing. */
  finish(): void;
}

/** Prints permanent text, and drafts below it that the next draft replaces. */
interface Paper {
  readonly colours: boolean;
  keep(text: string): void;
  draft(text: string): void;
  end(): void;
}

export function createScreen(output: NodeJS.WriteStream): Screen {
  const paper = output.isTTY ? terminalPaper(output) : plainPaper(output);
  let last: ChatMessage | undefined;
  let keptHead = '';
  let keptLines = 0;

  /** Keeps the lines before `end`, which are final, and returns what is below them. */
  const keepUpTo = ({ head, lines, words }: MessageParts, end: number): string => {
    if (lines.length === 0) return words;
    if (head !== keptHead) paper.keep(`${head}\n`);
    if (end > keptLines) paper.keep(lines.slice(keptLines, end).join('\n'));
    keptHead = head;
    keptLines = Math.max(end, keptLines);
    return [...lines.slice(keptLines), '', words].join('\n');
  };

  return {
    show: (message) => {
      last = message;
      const parts = partsOf(message, paper);
      paper.draft(keepUpTo(parts, newestEpoch(parts.lines)));
    },
    finish: () => {
      if (last) {
        const parts = partsOf(last, paper);
        paper.keep(keepUpTo(parts, parts.lines.length));
      }
      paper.end();
    },
  };
}

/** Where the newest epoch's lines begin: they still change, in the compact view even in number. */
function newestEpoch(lines: readonly string[]): number {
  return Math.max(
    0,
    lines.findLastIndex((line) => line.startsWith('Epoch ')),
  );
}

function terminalPaper(output: NodeJS.WriteStream): Paper {
  const redraw = createLogUpdate(output);
  // Wraps at words; log-update would break lines inside them.
  const wrapped = (text: string): string =>
    wrapAnsi(text, output.columns, { hard: true, trim: false });
  return {
    colours: output.hasColors(),
    keep: (text) => {
      redraw.clear();
      // Not with redraw.persist, which drops what is taller than the window.
      output.write(`${wrapped(text)}\n`);
    },
    draft: (text) => {
      redraw(wrapped(text));
    },
    end: () => {
      redraw.done();
    },
  };
}

function plainPaper(output: NodeJS.WritableStream): Paper {
  return {
    colours: false,
    keep: (text) => {
      output.write(`${text}\n`);
    },
    draft: () => undefined,
    end: () => undefined,
  };
}
