/**
 * Shows one message as it grows: epochs that are over stay above, as Keras leaves them, and what still
 * changes is redrawn below them on a terminal. Elsewhere it waits until it changes no more.
 */
import { createLogUpdate } from 'log-update';
import wrapAnsi from 'wrap-ansi';
import type { ChatMessage } from '../../chat/message.js';
import { partsOf, type MessageParts } from './format.js';

export interface Screen {
  show(message: ChatMessage): void;
  /** Nothing changes any more: whatever has not been shown yet is. */
  finish(): void;
}

/** Takes text that stays, and drafts below it that the next one replaces. */
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

  /** Keeps the lines before `end`, which change no more, and returns what is below them. */
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

/** Where the newest epoch's lines begin: they still change, and in the compact view how many they are. */
function newestEpoch(lines: readonly string[]): number {
  return Math.max(
    0,
    lines.findLastIndex((line) => line.startsWith('Epoch ')),
  );
}

function terminalPaper(output: NodeJS.WriteStream): Paper {
  const redraw = createLogUpdate(output);
  // At words; log-update would break lines in the middle of one.
  const wrapped = (text: string): string =>
    wrapAnsi(text, output.columns, { hard: true, trim: false });
  return {
    colours: output.hasColors(),
    keep: (text) => {
      redraw.clear();
      // Not by redraw.persist, which leaves out what is higher than the window.
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
