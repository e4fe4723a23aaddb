/** Registers the commands, but only when they changed: Discord accepts only 200 new ones a day. */
import { Routes } from 'discord.js';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { CommandSpec } from '../../dispatch/spec.js';
import { registration, type Registered } from './registration.js';
import type { Requests } from './requests.js';
import { thisApplication } from './responses.js';

const localizations = z
  .record(z.string(), z.string())
  .nullish()
  .transform((words) => words ?? {});

const optionSchema = z.object({
  type: z.number(),
  name: z.string(),
  name_localizations: localizations,
  description: z.string(),
  description_localizations: localizations,
  required: z.boolean().default(false),
  autocomplete: z.boolean().default(false),
  min_value: z.number().optional(),
  max_value: z.number().optional(),
  max_length: z.number().optional(),
  choices: z
    .array(z.object({ name: z.string(), name_localizations: localizations, value: z.string() }))
    .default([]),
});

/** The fields of a server's command that we set ourselves. */
const serverCommandSchema = z.object({
  type: z.number(),
  name: z.string(),
  name_localizations: localizations,
  description: z.string().default(''),
  description_localizations: localizations,
  options: z.array(optionSchema).default([]),
  default_member_permissions: z
    .string()
    .nullish()
    .transform((permissions) => permissions ?? null),
});

/** Global commands also have contexts and installation types. */
const globalCommandSchema = serverCommandSchema.extend({
  integration_types: z.array(z.number()).default([]),
  contexts: z.array(z.number()).nullish(),
});

export interface RegisterOptions {
  readonly requests: Requests;
  readonly specs: readonly CommandSpec[];
  /** One server only, effective at once; otherwise global. */
  readonly guildId?: string;
}

/** @returns how many commands there are, and whether they had to be registered */
export async function register({
  requests,
  specs,
  guildId,
}: RegisterOptions): Promise<{ readonly commands: number; readonly changed: boolean }> {
  const { json: application } = await requests.persistently({
    method: 'GET',
    route: Routes.currentApplication(),
    as: 'bot',
    schema: thisApplication,
  });
  const route =
    guildId === undefined
      ? Routes.applicationCommands(application.id)
      : Routes.applicationGuildCommands(application.id, guildId);
  const everywhere = registration(specs);
  const wanted = guildId === undefined ? everywhere : everywhere.map(inOneServer);
  const { json: present } = await requests.persistently({
    method: 'GET',
    route,
    as: 'bot',
    schema: z.unknown(),
    query: new URLSearchParams({ with_localizations: 'true' }),
  });
  const schema = guildId === undefined ? globalCommandSchema : serverCommandSchema;
  const changed = !isDeepStrictEqual(comparable(present, schema), comparable(wanted, schema));
  if (changed) await requests.persistently({ method: 'PUT', route, as: 'bot', body: wanted });
  return { commands: wanted.length, changed };
}

/** Only global commands have contexts. */
function inOneServer(command: Registered): Registered {
  const { contexts: _contexts, integration_types: _types, ...rest } = command;
  return rest;
}

/** Normalized for comparison: same order, only our own fields. */
function comparable(
  commands: unknown,
  schema: typeof globalCommandSchema | typeof serverCommandSchema,
): readonly object[] {
  const parsed: z.infer<typeof serverCommandSchema>[] = z.array(schema).parse(commands);
  return parsed.sort((a, b) => a.type - b.type || a.name.localeCompare(b.name));
}
