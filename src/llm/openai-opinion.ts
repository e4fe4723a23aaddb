/**
 * A second opinion from any server with OpenAI's chat completions API. Only one number is ever used from
 * a reply; anything else, including failures, counts as no opinion.
 */
import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai';
import { z } from 'zod';
import type { SecondOpinion } from '../tutor/questions/second-opinion.js';
import { instructions, quoted } from './prompt.js';

type Write = (details: object, message: string) => void;

export interface OpinionOptions {
  /** Without `/chat/completions`. */
  readonly url: string;
  readonly model: string;
  readonly apiKey?: string | undefined;
  /** Aborts every call when the program ends. */
  readonly closing?: AbortSignal;
  readonly log: { readonly debug: Write; readonly warn: Write };
}

/** The client requires a key; self-hosted servers accept any. */
const NO_KEY = 'none';
/** A timeout besides the caller's signal. */
const TIMEOUT_MS = 4_000;
/** If a whole class asked at once, no answer would be in time. */
const MOST_AT_ONCE = 4;
/** Just enough for a number: a model that explains itself is cut off. */
const MOST_TOKENS = 8;

/** Headers in which the client would describe this machine. */
const untold = Object.fromEntries(
  ['Lang', 'Package-Version', 'OS', 'Arch', 'Runtime', 'Runtime-Version', 'Timeout', 'Retry-Count']
    .map((name) => `X-Stainless-${name}`)
    .map((name) => [name, null]),
);

const completion = z.object({
  choices: z.tuple([z.object({ message: z.object({ content: z.string() }) })], z.unknown()),
});

export class OpenAiOpinion implements SecondOpinion {
  readonly #client: OpenAI;
  readonly #model: string;
  readonly #log: OpinionOptions['log'];
  readonly #closing: AbortSignal | undefined;
  #isFailing = false;
  #asked = 0;

  constructor({ url, model, apiKey = NO_KEY, closing, log }: OpinionOptions) {
    this.#closing = closing;
    this.#client = new OpenAI({
      baseURL: url,
      apiKey,
      // Otherwise the client reads them from the environment.
      ...{ organization: null, project: null, adminAPIKey: null, webhookSecret: null },
      defaultHeaders: untold,
      maxRetries: 0,
      timeout: TIMEOUT_MS,
      // Questions are sent only to the configured server.
      fetchOptions: { redirect: 'error' },
      // It would log questions.
      logLevel: 'off',
    });
    this.#model = model;
    this.#log = log;
  }

  async choose(
    question: string,
    offered: readonly string[],
    signal: AbortSignal,
  ): Promise<number | undefined> {
    if (this.#asked >= MOST_AT_ONCE || this.#closing?.aborted) return undefined;
    this.#asked += 1;
    try {
      const reply: unknown = await this.#client.chat.completions.create(
        {
          model: this.#model,
          messages: [
            { role: 'system', content: instructions(offered) },
            { role: 'user', content: quoted(question) },
          ],
          temperature: 0,
          // eslint-disable-next-line @typescript-eslint/no-deprecated -- local servers know no newer name
          max_tokens: MOST_TOKENS,
        },
        { signal: this.#closing ? AbortSignal.any([signal, this.#closing]) : signal },
      );
      const number = numberIn(reply);
      if (number === undefined || number > offered.length) {
        this.#failed('the reply is no number of the list');
        return undefined;
      }
      this.#isFailing = false;
      return number === 0 ? undefined : number - 1;
    } catch (error) {
      if (this.#closing?.aborted) return undefined;
      this.#failed(signal.aborted ? 'it took too long' : reasonOf(error));
      return undefined;
    } finally {
      this.#asked -= 1;
    }
  }

  /** Warns once until it works again. Never with the error itself, which may contain the key and the question. */
  #failed(reason: string): void {
    const level = this.#isFailing ? 'debug' : 'warn';
    this.#isFailing = true;
    this.#log[level]({ reason, model: this.#model }, 'no second opinion');
  }
}

function numberIn(reply: unknown): number | undefined {
  const { data } = completion.safeParse(reply);
  const digits = data && /^\s*(\d{1,2})\.?\s*$/.exec(data.choices[0].message.content)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function reasonOf(error: unknown): string {
  if (error instanceof APIConnectionTimeoutError) return 'it took too long';
  if (error instanceof APIConnectionError) return 'no connection';
  if (error instanceof APIError) return `HTTP ${String(error.status)}`;
  return 'the reply is no completion';
}
