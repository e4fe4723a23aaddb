/**
 * Discord's limits. Sources: discord-api-docs `resources/message` (content, attachments),
 * `components/reference` (rows, buttons, selects), `interactions/receiving-and-responding` (tokens).
 */

/** Characters of a message's content, markup included. */
export const MAX_CONTENT = 2_000;
export const MAX_ROWS = 5;
export const MAX_BUTTONS_PER_ROW = 5;
export const MAX_BUTTON_LABEL = 80;
export const MAX_CUSTOM_ID = 100;
/** Options of a select, and the length of each one's label and value. */
export const MAX_MENU_OPTIONS = 25;
export const MAX_MENU_OPTION = 100;
export const MAX_MENU_PLACEHOLDER = 150;
export const MAX_ATTACHMENTS = 10;
/** Everywhere; some servers allow more. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** Characters of an attachment's alt text; from Discord's OpenAPI schema MessageAttachmentRequest. */
export const MAX_ALT = 1_024;

/** Characters of a thread's name (`resources/channel`, Start Thread from Message). */
export const MAX_THREAD_NAME = 100;

/** Characters of an option's description (`interactions/application-commands`). */
export const MAX_OPTION_TEXT = 6_000;

/** Choices that an autocomplete may offer, and the length of each one's name and value. */
export const MAX_CHOICES = 25;
export const MAX_CHOICE = 100;

/** An interaction must be acknowledged within 3 s; the rest is for the network. */
export const ACKNOWLEDGE_AFTER_MS = 1_500;

const TOKEN_LIFE_MS = 15 * 60_000;
/** An edit sent in the token's last seconds may arrive after them. */
const TOKEN_MARGIN_MS = 30_000;
/** Before a token expires: any run that is still being edited gets an edit within this time. */
export const LAST_EDITS_MS = 60_000;
/** How long an interaction's token is used. */
export const TOKEN_USE_MS = TOKEN_LIFE_MS - TOKEN_MARGIN_MS;
