/** From a file's bytes to text. Files come from Excel in Korea, from Unix tools, from anywhere. */
import { UserError } from '../../errors.js';

const workbookSignatures = [
  // ZIP (xlsx, ods) and OLE2 (xls).
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** @throws UserError for workbooks and other files that are no text */
export function decodeText(bytes: Uint8Array): string {
  if (workbookSignatures.some((signature) => startsWith(bytes, signature))) {
    throw new UserError('error.csvWorkbook');
  }
  const text = decode(bytes);
  if (text.includes('\0')) throw new UserError('error.csvNotText');
  return text;
}

/**
 * A byte order mark decides; else UTF-8 where it is valid, else cp949 (which the WHATWG calls
 * euc-kr; Korean Excel saves it) where that is, else Windows-1252, in which every byte is a letter.
 */
export function decode(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  return (
    decodeValid('utf-8', bytes) ??
    decodeValid('euc-kr', bytes) ??
    new TextDecoder('windows-1252').decode(bytes)
  );
}

function decodeValid(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
