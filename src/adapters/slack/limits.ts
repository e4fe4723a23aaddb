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
/** Blocks of a Home tab. */
export const MAX_HOME_BLOCKS = 100;
/** Elements of an actions block. */
export const MAX_BUTTONS = 25;
export const MAX_BUTTON_LABEL = 75;
/** Characters of a button's `value`. */
export const MAX_BUTTON_VALUE = 2_000;
/** Options of a static select; characters of an option's text and value, and of the menu's placeholder. */
export const MAX_MENU_OPTIONS = 100;
export const MAX_MENU_OPTION = 75;
export const MAX_MENU_VALUE = 150;
export const MAX_MENU_PLACEHOLDER = 150;
export const MAX_ALT = 2_000;
/** Characters of a file's `alt_txt` (files.getUploadURLExternal: `alt_txt_too_large`). */
export const MAX_FILE_ALT = 1_000;

/** chat.update is Tier 3: about 50 a minute, for a whole workspace; two of them are a margin. */
export const EDITS_PER_MINUTE = 48;
/** Reserved for final states. */
export const EDITS_FOR_FINALS = 8;

/** chat.postMessage: about one a second in a channel; the rest is a margin for the network. */
export const POST_EVERY_MS = 1_100;

/**
 * Install codes exchanged for a token per minute, from anyone: codes can be made up, and
 * renewing all workspaces' tokens calls the same method. Slack does not document its limit; 20 a
 * minute is the limit of most methods (Tier 2), and more workspaces than install at once.
 */
export const exchangeRate: Rate = { burst: 10, perMinute: 20 };
