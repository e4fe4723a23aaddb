/** Finds the marks in a log, each with the text up to the next. */

export type Mark =
  /** `Epoch 3/20`. */
  | { readonly kind: 'header'; readonly epoch: number; readonly planned: number }
  /** `400/800`, and `7/Unknown` without an end. */
  | { readonly kind: 'counter'; readonly current: number; readonly end?: number }
  /** `Epoch 00013: early stopping`. */
  | { readonly kind: 'note'; readonly epoch: number }
  /** `Restoring model weights from the end of the best epoch: 8.` */
  | { readonly kind: 'restored'; readonly epoch?: number }
  /** `Train on 60000 samples, validate on 10000 samples`. */
  | { readonly kind: 'samples'; readonly rows: number; readonly validationRows?: number }
  /** `batch_size=10` in a call, `batch:10` in a command, `batch_size 10` in the tutor's own message. */
  | { readonly kind: 'batch'; readonly size: number }
  /** `8,000 rows ÷ batch_size 10`, from the tutor's own message. */
  | { readonly kind: 'rows'; readonly rows: number };

export interface MarkedText {
  readonly mark: Mark;
  /** The text between this mark and the next. */
  readonly tail: string;
}

/** All quantifiers are bounded, so that matching takes linear time. */
const pattern = new RegExp(
  [
    String.raw`\bepoch (?<epoch>\d{1,7}) ?/ ?(?<planned>\d{1,7})`,
    String.raw`\bepoch (?<noted>\d{1,7}) ?:`,
    String.raw`(?<restoring>restoring model weights from the end of the best epoch)(?:: (?<restored>\d{1,7}))?`,
    String.raw`\btrain on (?<samples>\d{1,9}) samples(?:, validate on (?<validation>\d{1,9}) samples)?`,
    String.raw`\bbatch(?:_size)? ?[=: ] ?(?<batch>\d{1,7})(?! ?[/\d.])`,
    String.raw`(?<rows>\d[\d,]{0,11}) ?(?:rows|행) ÷`,
    String.raw`(?<current>\d{1,20}) ?/ ?(?<end>\d{1,9}|unknown)`,
  ].join('|'),
  'giu',
);

/** How far the text after a mark is read; enough for a hundred metrics. */
const MAX_TAIL = 3000;

/** @param line the result of `onOneLine` */
export function marksIn(line: string): readonly MarkedText[] {
  const found = Array.from(line.matchAll(pattern), (match) => {
    const { mark, skipped } = markOf(match.groups ?? {});
    return { mark, start: match.index + skipped, end: match.index + match[0].length };
  });
  return found.map(({ mark, end }, index) => {
    const until = Math.min(found[index + 1]?.start ?? line.length, end + MAX_TAIL);
    return { mark, tail: line.slice(end, until) };
  });
}

type Groups = Readonly<Record<string, string | undefined>>;

/** `skipped`: characters of the match that belong to the text before. */
function markOf(groups: Groups): { readonly mark: Mark; readonly skipped: number } {
  const { epoch, planned, noted, restoring, restored, samples, validation, batch, rows } = groups;
  if (epoch !== undefined && planned !== undefined) {
    return whole({ kind: 'header', epoch: Number(epoch), planned: Number(planned) });
  }
  if (noted !== undefined) return whole({ kind: 'note', epoch: Number(noted) });
  if (restoring !== undefined) {
    return whole({ kind: 'restored', ...(restored !== undefined && { epoch: Number(restored) }) });
  }
  if (samples !== undefined) {
    const validationRows = validation === undefined ? {} : { validationRows: Number(validation) };
    return whole({ kind: 'samples', rows: Number(samples), ...validationRows });
  }
  if (batch !== undefined) return whole({ kind: 'batch', size: Number(batch) });
  if (rows !== undefined) return whole({ kind: 'rows', rows: Number(rows.replaceAll(',', '')) });
  return counterOf(groups.current ?? '', groups.end ?? '');
}

function whole(mark: Mark): { readonly mark: Mark; readonly skipped: number } {
  return { mark, skipped: 0 };
}

/**
 * Keras pads the counter to its end's width. If redrawn lines were copied without their
 * separators (`accuracy: 0.5004100/800`), the digits before that belong to the previous line.
 */
function counterOf(
  current: string,
  end: string,
): { readonly mark: Mark; readonly skipped: number } {
  const known = /^\d/.test(end);
  const skipped = known ? Math.max(0, current.length - end.length) : 0;
  return {
    mark: {
      kind: 'counter',
      current: Number(current.slice(skipped)),
      ...(known && { end: Number(end) }),
    },
    skipped,
  };
}
