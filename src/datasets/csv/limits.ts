/** Limits of CSV files, checked before any expensive work. */
import { UserError } from '../../errors.js';

/** 10 MiB, Discord's upload limit without a subscription. */
export const maxCsvBytes = 10 * 1024 * 1024;
export const maxCsvRows = 100_000;
export const maxCsvColumns = 200;
export const maxCellChars = 10_000;

/** @throws UserError when a file of this size is too large. */
export function refuseLargeFile(bytes: number): void {
  if (bytes > maxCsvBytes) {
    const mebibyte = 1024 * 1024;
    throw new UserError('error.csvTooLarge', {
      megabytes: Math.ceil((bytes / mebibyte) * 10) / 10,
      max: maxCsvBytes / mebibyte,
    });
  }
}
