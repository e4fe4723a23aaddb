/** A chat message as the JSON and files of Discord's requests. */
import {
  ButtonStyle,
  ComponentType,
  MessageFlags,
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIStringSelectComponent,
  type RawFile,
} from 'discord.js';
import {
  withoutCarriedCode,
  type Attachment,
  type Button,
  type ChatMessage,
  type Explanations,
} from '../../chat/message.js';
import {
  MAX_ALT,
  MAX_ATTACHMENTS,
  MAX_BUTTON_LABEL,
  MAX_BUTTONS_PER_ROW,
  MAX_CUSTOM_ID,
  MAX_FILE_BYTES,
  MAX_MENU_OPTION,
  MAX_MENU_OPTIONS,
  MAX_MENU_PLACEHOLDER,
  MAX_ROWS,
} from './limits.js';
import { pages, uniqueButtons } from './pages.js';

export interface AttachmentEntry {
  readonly id: string;
  readonly filename?: string | undefined;
  readonly description?: string;
}

/** The fields for creating and editing a message; links show no previews. */
export interface MessageBody {
  readonly content: string;
  readonly components: readonly APIActionRowComponent<
    APIButtonComponentWithCustomId | APIStringSelectComponent
  >[];
  readonly allowed_mentions: { readonly parse: readonly []; readonly users?: readonly string[] };
  readonly flags: number;
  readonly attachments?: readonly AttachmentEntry[];
}

/** One request's body and its files. */
export interface Outgoing {
  readonly body: MessageBody;
  readonly files: RawFile[];
}

/** New messages, in order. Buttons and files go with the last. */
export function outgoing(whole: ChatMessage): readonly [Outgoing, ...Outgoing[]] {
  const message = fitsDiscord(whole) ? whole : withoutCarriedCode(whole);
  const [first, ...rest] = pages(message);
  const last = [first, ...rest].length - 1;
  const make = (content: string, index: number): Outgoing =>
    index === last ? withFiles(content, message) : { body: body(content, {}), files: [] };
  return [make(first, 0), ...rest.map((content, index) => make(content, index + 1))];
}

/**
 * The same message in another state. A message is edited in one piece: what does not fit is left out.
 * @param kept what is already attached; a new file replaces one with the same name
 */
export function outgoingEdit(message: ChatMessage, kept: readonly AttachmentEntry[]): Outgoing {
  const { body: withNew, files } = withFiles(pages(message)[0], message);
  if (files.length === 0) return { body: withNew, files };
  const names = files.map(({ name }) => name);
  const others = kept.filter(({ filename }) => !names.includes(filename ?? ''));
  const attachments = [...others.map(({ id }) => ({ id })), ...(withNew.attachments ?? [])];
  return { body: { ...withNew, attachments: attachments.slice(-MAX_ATTACHMENTS) }, files };
}

/** Whether Discord takes this message in one piece. */
export function fitsDiscord(message: ChatMessage): boolean {
  const { buttons = [], explanations, attachments = [] } = message;
  const explaining = explanations?.buttons ?? [];
  return (
    pages(message).length === 1 &&
    buttons.length <= buttonRows(message) * MAX_BUTTONS_PER_ROW &&
    explaining.length <= MAX_MENU_OPTIONS &&
    [...buttons, ...explaining].every(({ command }) => command.length <= MAX_CUSTOM_ID) &&
    attachments.length <= MAX_ATTACHMENTS
  );
}

function withFiles(content: string, message: ChatMessage): Outgoing {
  const { attachments = [] } = message;
  const sent = attachments
    .filter(({ bytes }) => bytes.length <= MAX_FILE_BYTES)
    .slice(0, MAX_ATTACHMENTS);
  const base = body(content, message);
  if (sent.length === 0) return { body: base, files: [] };
  return { body: { ...base, attachments: sent.map(entry) }, files: sent.map(file) };
}

type Pressable = Pick<ChatMessage, 'buttons' | 'explanations'>;

function body(content: string, pressable: Pressable): MessageBody {
  return {
    content,
    components: [...rows(pressable), ...menu(pressable.explanations)],
    // Also in edits: Discord looks for mentions again each time.
    allowed_mentions: { parse: [] },
    flags: MessageFlags.SuppressEmbeds,
  };
}

function entry({ name, alt }: Attachment, index: number): AttachmentEntry {
  return {
    id: String(index),
    filename: name,
    ...(alt !== undefined && { description: alt.slice(0, MAX_ALT) }),
  };
}

function file({ name, mediaType, bytes }: Attachment): RawFile {
  return { name, data: Buffer.from(bytes), contentType: mediaType };
}

const styles = { primary: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const;

/** A command too long for a button is left out: its button would do nothing. */
function usable(buttons: readonly Button[]): readonly Button[] {
  return uniqueButtons(buttons).filter(({ command }) => command.length <= MAX_CUSTOM_ID);
}

/** A menu takes up a row, too. */
function buttonRows({ explanations }: Pressable): number {
  return explanations && explanations.buttons.length > 0 ? MAX_ROWS - 1 : MAX_ROWS;
}

/** As many as fit. */
function rows(
  pressable: Pressable,
): readonly APIActionRowComponent<APIButtonComponentWithCustomId>[] {
  const most = buttonRows(pressable) * MAX_BUTTONS_PER_ROW;
  const buttons = usable(pressable.buttons ?? []).slice(0, most);
  return Array.from({ length: Math.ceil(buttons.length / MAX_BUTTONS_PER_ROW) }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: buttons
      .slice(row * MAX_BUTTONS_PER_ROW, (row + 1) * MAX_BUTTONS_PER_ROW)
      .map(({ label, command, style }) => ({
        type: ComponentType.Button,
        style: style ? styles[style] : ButtonStyle.Secondary,
        label: cut(label, MAX_BUTTON_LABEL),
        custom_id: command,
      })),
  }));
}

/** A menu's custom id: the chosen value is the command line, so the id carries nothing. */
const MENU_ID = 'explanations';

function menu(
  explanations: Explanations | undefined,
): readonly APIActionRowComponent<APIStringSelectComponent>[] {
  const buttons = usable(explanations?.buttons ?? []).slice(0, MAX_MENU_OPTIONS);
  if (!explanations || buttons.length === 0) return [];
  return [
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: MENU_ID,
          placeholder: cut(explanations.asks, MAX_MENU_PLACEHOLDER),
          options: buttons.map(({ label, command }) => ({
            label: cut(label, MAX_MENU_OPTION),
            value: command,
          })),
        },
      ],
    },
  ];
}

function cut(label: string, most: number): string {
  return Array.from(label).slice(0, most).join('');
}
