/** Downloads files that people share, from Slack only, with the bot's token. */
import { z } from 'zod';
import { boundedDownload } from '../../chat/bounded-download.js';
import type { IncomingFile } from '../../chat/port.js';
import { UserError } from '../../errors.js';

/** Where Slack keeps what people share. */
export const fileOrigins: readonly string[] = ['https://files.slack.com'];

/** Slack's file object; for external files it has fewer fields. */
export const sharedFileSchema = z.object({
  id: z.string().optional(),
  name: z.string().nullish(),
  /** Bytes. */
  size: z.number().optional(),
  url_private_download: z.string().optional(),
});

export type SharedFile = z.infer<typeof sharedFileSchema>;

export interface FileAccess {
  /** The newest token. */
  readonly token: () => Promise<string>;
  readonly origins: readonly string[];
  /** Aborts downloads. */
  readonly closing: AbortSignal;
  /**
   * For some files Slack gives only the id.
   * @throws UserError when the app may not look it up
   */
  readonly lookUp: (id: string) => Promise<SharedFile | undefined>;
}

export async function incomingFiles(
  files: readonly SharedFile[],
  access: FileAccess,
): Promise<readonly IncomingFile[]> {
  return Promise.all(
    files.map(async (file) => {
      if (file.url_private_download !== undefined || file.id === undefined) {
        return incomingFile(file, access);
      }
      try {
        return incomingFile((await access.lookUp(file.id)) ?? file, access);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        // Reported only where the file is needed.
        return { ...incomingFile(file, access), read: () => Promise.reject(error) };
      }
    }),
  );
}

function incomingFile(
  { name, size: sizeBytes = 0, url_private_download: url = '' }: SharedFile,
  { token, origins, closing }: FileAccess,
): IncomingFile {
  return {
    name: name ?? 'file',
    sizeBytes,
    read: async (maxBytes) => {
      const headers = { authorization: `Bearer ${await token()}` };
      return boundedDownload({ url, sizeBytes, origins, headers, closing }, maxBytes);
    },
  };
}
