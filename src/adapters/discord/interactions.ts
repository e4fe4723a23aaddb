/** Passes commands, buttons and message commands from Discord to the dispatcher. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
  type APIAttachment,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageApplicationCommandInteraction,
} from 'discord.js';
import type { AcceptedRequest } from '../../chat/accepted.js';
import type { IncomingFile } from '../../chat/port.js';
import { isPrivate } from '../../dispatch/dispatcher.js';
import { filesFor } from '../../dispatch/files-for.js';
import type { GivenValue } from '../../dispatch/read-value.js';
import type { Inbound } from './inbound.js';
import { incomingFile } from './incoming-file.js';
import { invocationOfInteraction } from './interaction-invocation.js';
import { readMessageText } from './message-text.js';
import { messageCommandName } from './registration.js';

export async function onInteraction(
  interaction: APIInteraction,
  request: AcceptedRequest,
  inbound: Inbound,
): Promise<void> {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      if (interaction.data.type === ApplicationCommandType.ChatInput) {
        const command = interaction as APIChatInputApplicationCommandInteraction;
        return slashCommand(command, request, inbound);
      }
      if (interaction.data.type === ApplicationCommandType.Message) {
        const command = interaction as APIMessageApplicationCommandInteraction;
        return messageCommand(command, request, inbound);
      }
      return;
    case InteractionType.MessageComponent: {
      const { data } = interaction;
      const line =
        data.component_type === ComponentType.StringSelect
          ? (data.values[0] ?? '')
          : data.custom_id;
      const name = /^\/?(\w+)/.exec(line)?.[1];
      const spec = inbound.specs.find((one) => one.name === name);
      const invocation = invocationOfInteraction(interaction, inbound, {
        request,
        spec,
        pressed: true,
      });
      return inbound.dispatcher.text(line, invocation);
    }
    case InteractionType.ApplicationCommandAutocomplete:
    case InteractionType.ModalSubmit:
    case InteractionType.Ping:
      return;
  }
}

async function slashCommand(
  interaction: APIChatInputApplicationCommandInteraction,
  request: AcceptedRequest,
  inbound: Inbound,
): Promise<void> {
  const { name } = interaction.data;
  const spec = inbound.specs.find((one) => one.name === name);
  const given = values(interaction, inbound);
  const how = { request, spec, pressed: false, isPrivate: isPrivate(given) };
  const invocation = invocationOfInteraction(interaction, inbound, how);
  await inbound.dispatcher.typed(name, given, invocation);
}

function values(
  { data: { options = [], resolved } }: APIChatInputApplicationCommandInteraction,
  inbound: Inbound,
): Record<string, GivenValue> {
  const given: Record<string, GivenValue> = {};
  for (const option of options) {
    if (option.type === ApplicationCommandOptionType.Attachment) {
      const attachment = resolved?.attachments?.[option.value];
      if (attachment) given[option.name] = fileOf(attachment, inbound);
    } else if (option.type === ApplicationCommandOptionType.User) {
      given[option.name] = `<@${option.value}>`;
    } else if ('value' in option) {
      given[option.name] = typeof option.value === 'boolean' ? String(option.value) : option.value;
    }
  }
  return given;
}

/** The command is about this message, whoever wrote it; a file in it comes along. */
async function messageCommand(
  interaction: APIMessageApplicationCommandInteraction,
  request: AcceptedRequest,
  inbound: Inbound,
): Promise<void> {
  const { name, target_id: target, resolved } = interaction.data;
  const spec = inbound.specs.find((one) => messageCommandName(one) === name);
  const message = resolved.messages[target];
  if (!spec?.onMessage || !message) return;
  const { text, attachments } = readMessageText(message, interaction.application_id);
  const attached = attachments.map((attachment) => fileOf(attachment, inbound));
  const invocation = invocationOfInteraction(interaction, inbound, {
    ...{ request, spec, pressed: true },
    files: filesFor(spec, attached),
  });
  const values = text === '' ? {} : { [spec.onMessage]: text };
  await inbound.dispatcher.typed(spec.name, values, invocation);
}

function fileOf(
  { filename, size, url }: Pick<APIAttachment, 'filename' | 'size' | 'url'>,
  { cdnOrigins, requests }: Inbound,
): IncomingFile {
  return incomingFile({ name: filename, size, url }, cdnOrigins, requests.closing);
}
