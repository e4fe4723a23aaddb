/**
 * Uploads files to Slack: gets an upload URL, sends the file there and shares it in a thread. Slack processes
 * a file after accepting it, and it cannot be shown before.
 */
import type { WebClient } from '@slack/web-api';
import { setTimeout as delay } from 'node:timers/promises';
import type { Attachment } from '../../chat/message.js';
import type { Picture } from './blocks.js';
import { persistently } from './calls.js';
import type { SlackMessageKey } from './keys.js';
import { MAX_FILE_ALT } from './limits.js';

/** Waits between polls for that; they add up to half a minute. */
const LOOK_AFTER_MS = [200, 400, 800, 1_600, 3_000, 6_000, 8_000, 10_000];
const SEND_WITHIN_MS = 30_000;

/**
 * Shares files in the thread under a message.
 * @returns those that can be shown, once Slack has processed them
 * @throws when Slack accepts none, for example without the scope `files:write`
 */
export async function shareFiles(
  client: WebClient,
  { channel, ts, thread }: SlackMessageKey,
  attachments: readonly Attachment[],
  closing: AbortSignal,
): Promise<readonly Picture[]> {
  const sent = await Promise.all(
    attachments.map(async (attachment) => ({
      id: await send(client, attachment, closing),
      attachment,
    })),
  );
  const [first, ...rest] = sent.map(({ id, attachment }) => ({ id, title: attachment.name }));
  if (!first) return [];
  await persistently(
    () =>
      client.files.completeUploadExternal({
        files: [first, ...rest],
        channel_id: channel,
        thread_ts: thread ?? ts,
      }),
    closing,
  );
  const pictures: Picture[] = [];
  for (const { id, attachment } of sent) {
    if (attachment.alt === undefined || !(await isReady(client, id, closing))) continue;
    pictures.push({ fileId: id, alt: attachment.alt });
  }
  return pictures;
}

async function send(
  client: WebClient,
  { name, bytes, alt }: Attachment,
  closing: AbortSignal,
): Promise<string> {
  const { upload_url: url, file_id: id } = await persistently(
    () =>
      client.files.getUploadURLExternal({
        filename: name,
        length: bytes.length,
        ...(alt !== undefined && { alt_txt: alt.slice(0, MAX_FILE_ALT) }),
      }),
    closing,
  );
  if (url === undefined || id === undefined) throw new Error('Slack gave no place for a file');
  const response = await fetch(url, {
    method: 'POST',
    body: Buffer.from(bytes),
    redirect: 'error',
    signal: AbortSignal.any([AbortSignal.timeout(SEND_WITHIN_MS), closing]),
  });
  if (!response.ok) throw new Error(`Slack did not take a file: HTTP ${response.status}`);
  return id;
}

/** Whether Slack has processed it; without `mimetype` its block would be invalid. */
async function isReady(client: WebClient, id: string, closing: AbortSignal): Promise<boolean> {
  for (const waitMs of LOOK_AFTER_MS) {
    const { file } = await persistently(() => client.files.info({ file: id }), closing);
    if (file?.mimetype !== undefined && file.mimetype !== '') return true;
    await delay(waitMs, undefined, { signal: closing });
  }
  return false;
}
