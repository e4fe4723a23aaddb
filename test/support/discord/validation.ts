/** Checks what the bot sends against Discord's own API document, and against rules the document leaves out. */
import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  ApplicationCommandUpdateRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  CreateTextThreadWithMessageRequestSchema,
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import type { ZodMiniType } from 'zod/mini';
import { z } from 'zod';
import { invalidBody } from './problems.js';

const schemas = {
  autocomplete: ApplicationCommandAutocompleteCallbackRequestSchema,
  command: ApplicationCommandUpdateRequestSchema,
  callback: CreateMessageInteractionCallbackRequestSchema,
  pressed: UpdateMessageInteractionCallbackRequestSchema,
  thread: CreateTextThreadWithMessageRequestSchema,
  followUp: IncomingWebhookRequestPartialSchema,
  editByToken: IncomingWebhookUpdateRequestPartialSchema,
  message: MessageCreateRequestSchema,
  edit: MessageEditRequestPartialSchema,
} satisfies Record<string, ZodMiniType>;

export type BodyKind = keyof typeof schemas;

/** @throws ApiProblem 50035 as Discord answers */
export function checkBody(kind: BodyKind, body: unknown): void {
  const { success, error } = schemas[kind].safeParse(body);
  if (!success) throw invalidBody(`${kind}: ${error.message}`);
}

const buttonSchema = z.object({
  label: z.string().min(1).max(80),
  custom_id: z.string().min(1).max(100),
  style: z.number(),
});

const menuSchema = z.object({
  type: z.literal(3),
  custom_id: z.string().min(1).max(100),
  placeholder: z.string().max(150).optional(),
  options: z
    .array(z.object({ label: z.string().min(1).max(100), value: z.string().min(1).max(100) }))
    .min(1)
    .max(25)
    .refine((options) => new Set(options.map(({ value }) => value)).size === options.length),
});

/** Five buttons, or one menu. */
const rowSchema = z.object({
  components: z.union([z.tuple([menuSchema]), z.array(buttonSchema).min(1).max(5)]),
});

/** The parts of a message body that the fake uses. */
export const messageBody = z.object({
  content: z.string().max(2_000).optional(),
  components: z.array(rowSchema).max(5).optional(),
  attachments: z
    .array(
      z.object({
        id: z.coerce.string(),
        filename: z.string().optional(),
        description: z.string().max(1_024).optional(),
      }),
    )
    .max(10)
    .optional(),
  flags: z.number().optional(),
  // Our bot must not ping anybody except people it names one by one.
  allowed_mentions: z.object({
    parse: z.array(z.string()).length(0),
    users: z.array(z.string()).max(1).default([]),
  }),
  message_reference: z.object({ message_id: z.string() }).optional(),
  nonce: z.string().max(25).optional(),
  enforce_nonce: z.boolean().optional(),
});

export type MessageBody = z.infer<typeof messageBody>;

/** @throws ApiProblem 50035 */
export function readMessageBody(kind: BodyKind, body: unknown, data: unknown = body): MessageBody {
  checkBody(kind, body);
  const parsed = messageBody.safeParse(data);
  if (!parsed.success) throw invalidBody(parsed.error.message);
  const ids = (parsed.data.components ?? []).flatMap((row) =>
    row.components.map(({ custom_id }) => custom_id),
  );
  if (new Set(ids).size < ids.length) throw invalidBody('custom ids must be unique');
  return parsed.data;
}

const commandName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Names, counts, and 8,000 characters in total, counting each text in its longest language. */
export function checkCommands(commands: unknown): void {
  const all = z
    .array(z.looseObject({ type: z.number(), name: z.string() }))
    .max(105)
    .parse(commands);
  checkUnique(all.filter(({ type }) => type === 1));
  for (const command of all) {
    checkBody('command', withPermissionsAsNumber(command));
    if (command.type === 1) checkNames([command, ...optionsOf(command)]);
    if (characters(command) > 8_000) throw invalidBody(`${command.name} is too long`);
  }
}

interface Named {
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string>> | null | undefined;
}

const named = z.object({
  name: z.string(),
  name_localizations: z.record(z.string(), z.string()).nullish(),
});

function optionsOf(command: Readonly<Record<string, unknown>>): readonly Named[] {
  const parsed = z.array(named).parse(command.options ?? []);
  checkUnique(parsed);
  return parsed;
}

/** Names of chat commands and their options, in each language (`interactions/application-commands`). */
function checkNames(all: readonly unknown[]): void {
  for (const one of all) {
    const { name, name_localizations: others } = named.parse(one);
    for (const text of [name, ...Object.values(others ?? {})]) {
      const isLower = text === text.toLowerCase();
      if (!commandName.test(text) || !isLower) throw invalidBody(`a name: ${text}`);
    }
  }
}

/** In each language; a command without a translated name uses its default one. */
function checkUnique(all: readonly unknown[]): void {
  const names = all.map((one) => named.parse(one));
  const locales = names.flatMap((one) => Object.keys(one.name_localizations ?? {}));
  for (const locale of new Set(locales)) {
    const texts = names.map((one) => one.name_localizations?.[locale] ?? one.name);
    if (new Set(texts).size < texts.length) throw invalidBody(`the same name twice in ${locale}`);
  }
}

/**
 * Permissions are a string in discord-api-docs (`interactions/application-commands`) and in what discord.js
 * sends, but a number in the API document; Discord accepts both.
 */
function withPermissionsAsNumber(command: Readonly<Record<string, unknown>>): object {
  const { default_member_permissions: permissions, ...rest } = command;
  if (typeof permissions !== 'string') return command;
  return {
    ...rest,
    default_member_permissions: Number(z.string().regex(/^\d+$/).parse(permissions)),
  };
}

function characters(node: unknown): number {
  if (Array.isArray(node)) return node.reduce<number>((sum, one) => sum + characters(one), 0);
  if (typeof node !== 'object' || node === null) return 0;
  return Object.entries(node).reduce((sum, [key, value]: [string, unknown]) => {
    if (key === 'options' || key === 'choices') return sum + characters(value);
    if (!['name', 'description', 'value'].includes(key) || typeof value !== 'string') return sum;
    const others: unknown = (node as Record<string, unknown>)[`${key}_localizations`] ?? {};
    const texts = [value, ...Object.values(others as Record<string, string>)];
    return sum + Math.max(...texts.map(({ length }) => length));
  }, 0);
}
