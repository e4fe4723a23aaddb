/**
 * Secrets in files, as Docker, Kubernetes and systemd provide them: `DISCORD_TOKEN_FILE`
 * names a file that contains the value of `DISCORD_TOKEN`.
 */
import { readFileSync } from 'node:fs';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads every `…_FILE` of these secrets; spaces and line ends around a secret are not part of it.
 * @returns the environment with the secrets in it, and a sentence for each that cannot be read
 */
export function readSecretFiles(
  env: Environment,
  secrets: readonly string[],
): { readonly env: Environment; readonly faults: readonly string[] } {
  const read: Record<string, string> = {};
  const faults: string[] = [];
  for (const name of secrets) {
    const variable = `${name}_FILE`;
    const file = env[variable];
    if (file === undefined) continue;
    if (env[name] !== undefined) {
      faults.push(`${variable}=${file}: ${name} is given too; give one of them`);
      continue;
    }
    try {
      const secret = readFileSync(file, 'utf8').trim();
      if (secret === '') faults.push(`${variable}=${file}: the file is empty`);
      read[name] = secret;
    } catch (error) {
      faults.push(`${variable}=${file}: the file cannot be read (${codeOf(error)})`);
    }
  }
  return { env: { ...env, ...read }, faults };
}

/** `ENOENT` and the like. The message would repeat the path. */
function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : String(error);
}
