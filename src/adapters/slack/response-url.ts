/** The address that Slack gives for answers to one thing that somebody did: five times, for half an hour. */
import type { Whisper } from './inbound.js';

const WITHIN_MS = 10_000;

/** For where Bolt's own `respond` is not at hand any more. @throws when Slack does not take the words */
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
