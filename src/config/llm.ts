/** The second opinion's configuration. */
import { z } from 'zod';
import { apiUrl, withoutSlashes, type Fault } from './values.js';

/** A model to ask when the tutor is not sure, on a server with OpenAI's chat completions API. */
export interface LlmConfig {
  /** Without `/chat/completions`: `http://127.0.0.1:11434/v1`. */
  readonly url: string;
  readonly model: string;
  /** Self-hosted servers usually need none. */
  readonly apiKey?: string | undefined;
}

export const llmVariables = {
  LLM_URL: apiUrl.optional(),
  LLM_MODEL: z.string().optional(),
  LLM_API_KEY: z.string().optional(),
};

type LlmEnvironment = z.infer<z.ZodObject<typeof llmVariables>>;

export function llmFaults(env: LlmEnvironment): Fault[] {
  const { LLM_URL: url, LLM_MODEL: model, LLM_API_KEY: key } = env;
  const faults: Fault[] = [];
  if (url !== undefined && model === undefined) faults.push(['LLM_URL', 'it also needs LLM_MODEL']);
  if (url === undefined && model !== undefined) faults.push(['LLM_MODEL', 'it also needs LLM_URL']);
  if (url === undefined && key !== undefined) faults.push(['LLM_API_KEY', 'it also needs LLM_URL']);
  return faults;
}

/** @returns undefined: no second opinion */
export function llmConfig(env: LlmEnvironment): LlmConfig | undefined {
  const { LLM_URL: url, LLM_MODEL: model, LLM_API_KEY: apiKey } = env;
  if (url === undefined || model === undefined) return undefined;
  return { url: withoutSlashes(url), model, apiKey };
}
