/** Slack's `response_url` for answers to one interaction: five uses within half an hour. */
import type { Whisper } from './inbound.js';

const WITHIN_MS = 10_000;

/** For where Bolt's own `respond` is no longer available. @throws when Slack rejects the message */
export function whisperTo(url: string): Whisper {
  return async (message) => {
    const response = await fetch(url, {
      method: 'POST',
      body: JSON.stringify({ ...message, response_type: 'ephemeral', replace_original: false }),
      headers: { 'content-type': 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(WITHIN_MS),
    });
    if (!response.ok) throw new Error(`Slack took no answer: HTTP ${response.status}`);
  };
}
