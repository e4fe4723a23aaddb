/**
 * Slack's limits. Sources: docs.slack.dev `reference/block-kit` and @slack/types 3.2.0 (blocks),
 * `chat.update` and `rate-limits` (messages and tiers).
 */
import type { Rate } from '../../chat/allowance.js';

/** Characters of `text` in chat.update; more is `msg_too_long`. */
export const MAX_TEXT = 4_000;
/** Characters of a section. */
export const MAX_SECTION = 3_000;
/** Characters of all blocks of a message that is to be edited; some 13,200 are too many (bolt-js#2509). */
export const MAX_BLOCK_TEXT = 8_000;
export const MAX_BLOCKS = 50;
/** Of a Home tab. */
export const MAX_HOME_BLOCKS = 100;
/** Elements of an actions block. */
export const MAX_BUTTONS = 25;
export const MAX_BUTTON_LABEL = 75;
/** Of a button's `value`. */
export const MAX_BUTTON_VALUE = 2_000;
/** Options of a static select; characters of an option's text and value, and of the menu's placeholder. */
export const MAX_MENU_OPTIONS = 100;
export const MAX_MENU_OPTION = 75;
export const MAX_MENU_VALUE = 150;
export const MAX_MENU_PLACEHOLDER = 150;
export const MAX_ALT = 2_000;
/** Of a file's `alt_txt` (files.getUploadURLExternal: `alt_txt_too_large`). */
export const MAX_FILE_ALT = 1_000;

/** chat.update is Tier 3: about 50 a minute, for a whole workspace; two of them are a margin. */
export const EDITS_PER_MINUTE = 48;
/** Kept free of all but final states. */
export const EDITS_FOR_FINALS = 8;

/** chat.postMessage: about one a second in a channel; the rest is for the way there. */
export const POST_EVERY_MS = 1_100;

/**
 * Codes of installations that are exchanged for a token, whoever brings them: anybody can make some up, and
 * renewing the tokens of all workspaces asks the same of Slack. It does not say how often that may be; 20 a
 * minute is what it lets an app do of nearly everything (Tier 2), and more workspaces than come at once.
 */
export const exchangeRate: Rate = { burst: 10, perMinute: 20 };
