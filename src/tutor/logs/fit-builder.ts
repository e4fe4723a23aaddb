/** Builds one fit, mark by mark. */
import { batchSeen, countsOf, styleOf, type Line } from './style.js';
import type { LoggedEpoch, LoggedFit, Readings } from './training-log.js';

interface OpenEpoch {
  readonly epoch: number;
  lines: readonly Line[];
}

export class FitBuilder {
  readonly #finished: LoggedEpoch[] = [];
  readonly #lines: Line[] = [];
  readonly #rates: { epoch: number; rate: number }[] = [];
  #open: OpenEpoch | undefined;
  #evaluated: Readings | undefined;
  #stoppedAfter: number | undefined;
  #restored: { readonly epoch?: number } | undefined;
  #numbered = false;
  planned: number | undefined;
  batchSize: number | undefined;
  rows: number | undefined;
  samples: { readonly rows: number; readonly validationRows?: number } | undefined;

  /** Whether any of its epochs has numbers. */
  get started(): boolean {
    return this.#lines.length > 0;
  }

  /** Whether this header continues the fit; otherwise it starts another. */
  continuesWith(epoch: number, planned: number): boolean {
    if (this.planned !== undefined && this.planned !== planned) return false;
    const newest = this.#open?.epoch ?? this.#finished.at(-1)?.epoch ?? 0;
    return epoch > newest || (epoch === newest && this.#open?.lines.length === 0);
  }

  header(epoch: number, planned: number): void {
    // Keras starts the next epoch only when one is finished.
    this.#close(true);
    this.#open = { epoch, lines: [] };
    this.#numbered = true;
    this.planned = planned;
  }

  line(line: Line): void {
    const last = this.#open?.lines.at(-1);
    if (!this.#open) this.#openNext();
    else if (last && isFinal(last) && !this.#redraws(line, last)) {
      // After a finished epoch comes the next one if the log has no headers, else an evaluation.
      if (this.#numbered || line.end !== last.end) {
        this.#evaluated = line.tail.readings;
        return;
      }
      this.#close(true);
      this.#openNext();
    }
    if (this.#open) this.#open.lines = [...this.#open.lines, line];
    this.#lines.push(line);
  }

  stopped(afterEpoch: number): void {
    this.#stoppedAfter = afterEpoch;
  }

  restored(epoch: number | undefined): void {
    this.#restored = epoch === undefined ? {} : { epoch };
  }

  rate(epoch: number, rate: number): void {
    this.#rates.push({ epoch, rate });
  }

  /** Undefined if no epoch has any numbers. */
  build(): LoggedFit | undefined {
    if (!this.started) return undefined;
    const counts = countsOf(this.#lines, {
      ...(this.samples && { samples: this.samples.rows }),
      ...(this.rows !== undefined && { rows: this.rows }),
      ...(this.batchSize !== undefined && { batchSize: this.batchSize }),
    });
    const batchSize = this.batchSize ?? (counts === 'rows' ? batchSeen(this.#lines) : undefined);
    const unfinished = this.#close(false);
    const { validationRows } = this.samples ?? {};
    return {
      style: styleOf(this.#lines, counts),
      counts,
      epochs: this.#finished,
      ...(unfinished && { unfinished }),
      ...(this.planned !== undefined && { planned: this.planned }),
      numbered: this.#numbered,
      ...(batchSize !== undefined && { batchSize }),
      ...(this.rows !== undefined && { rows: this.rows }),
      ...(validationRows !== undefined && { validationRows }),
      notes: {
        ...(this.#stoppedAfter !== undefined && { stoppedAfter: this.#stoppedAfter }),
        ...(this.#restored && { restored: this.#restored }),
        rates: this.#rates,
      },
      ...(this.#evaluated && { evaluated: this.#evaluated }),
    };
  }

  /**
   * Whether a full line shows the same epoch as the full line before it: Keras draws one before the
   * validation and one after it. Keras 3 marks the first only by its remaining `0s`, which an
   * epoch of under a second shows, too: without headers only equal numbers reveal it.
   */
  #redraws(line: Line, last: Line): boolean {
    if (line.end !== last.end || !isFinal(line)) return false;
    if (sameReadings(line, last) || (hasValidation(line) && !hasValidation(last))) return true;
    return this.#numbered && last.tail.bar === 'line' && last.tail.seconds === 0;
  }

  #openNext(): void {
    this.#open = { epoch: (this.#finished.at(-1)?.epoch ?? 0) + 1, lines: [] };
  }

  /** @returns the current epoch if it is not known to be finished */
  #close(followed: boolean): LoggedEpoch | undefined {
    const open = this.#open;
    const last = open?.lines.at(-1);
    this.#open = undefined;
    if (!open || !last) return undefined;
    const epoch = epochOf(open.epoch, last, followed || isFinal(last));
    if (!followed && !isFinal(last)) return epoch;
    this.#finished.push(epoch);
    return undefined;
  }
}

/** When the epoch is over, Keras replaces the time remaining by the time taken. */
function isFinal({ current, end, tail }: Line): boolean {
  if (current === undefined) return true;
  return current === end && !tail.remaining;
}

function hasValidation({ tail }: Line): boolean {
  return [...tail.readings.keys()].some((name) => name.startsWith('val_'));
}

function sameReadings(line: Line, other: Line): boolean {
  const readings = [...line.tail.readings];
  return (
    readings.length === other.tail.readings.size &&
    readings.every(([name, { text }]) => other.tail.readings.get(name)?.text === text)
  );
}

function epochOf(epoch: number, last: Line, finished: boolean): LoggedEpoch {
  const { current, end, tail } = last;
  return {
    epoch,
    readings: tail.readings,
    ...(current !== undefined && { counter: { current, ...(end !== undefined && { end }) } }),
    // In a line that is not final, Keras 3 shows the remaining time in the same place.
    ...(finished && tail.seconds !== undefined && { seconds: tail.seconds }),
    ...(tail.unitTime && { unitTime: tail.unitTime }),
  };
}
