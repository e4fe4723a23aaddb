/** Recognizes common files that are not CSV. */
import { UserError } from '../../errors.js';
import type { MessageKey } from '../../content/translator.js';

const workbookSignatures = [
  // ZIP (xlsx, ods) and OLE2 (xls).
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

const beginnings: readonly (readonly [RegExp, MessageKey])[] = [
  [/^<(?:!doctype|html|head|body|table|\?xml)/i, 'error.csvHtml'],
  [/^(?:\[\s*(?:\{\s*"|\[|\])|\{\s*(?:"|\}))/, 'error.csvJson'],
];

/** @throws UserError for spreadsheet workbooks, web pages and JSON */
export function refuseOtherKinds(bytes: Uint8Array): void {
  const isWorkbook = workbookSignatures.some((signature) =>
    signature.every((byte, index) => bytes[index] === byte),
  );
  if (isWorkbook) throw new UserError('error.csvWorkbook');
  const start = new TextDecoder().decode(bytes.subarray(0, 1024)).trimStart();
  const kind = beginnings.find(([beginning]) => beginning.test(start));
  if (kind) throw new UserError(kind[1]);
}
