/**
 * What Slack's refusals mean, and what they call for: the one place that tells a passing fault from a
 * refusal that no trying again changes. Names: the `errors` of each method's page on docs.slack.dev.
 */
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { EditLater, MessageGone } from '../../chat/port.js';

/**
 * `passing`: the same call may go well later. `body`: Slack will never take what was sent, perhaps less of
 * it. `deleted`: nobody can see the message any more. `closed`: nothing is edited there any more, whatever
 * it is. `operator`: only whoever runs the program can mend it.
 */
export type Fault =
  | { readonly kind: 'passing'; readonly retryAfterMs?: number }
  | { readonly kind: 'body' | 'deleted' | 'closed' | 'operator' };

/** Faults of Slack's own. */
const passing: readonly string[] = [
  ...['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'],
  ...['ratelimited', 'rate_limited', 'accesslimited', 'team_added_to_org'],
];

const deleted: readonly string[] = ['message_not_found', 'thread_not_found'];

/** The bot can no longer write there, or not to this message. */
const closed: readonly string[] = [
  ...['channel_not_found', 'not_in_channel', 'is_archived', 'is_inactive'],
  ...['restricted_action', 'restricted_action_read_only_channel'],
  ...['restricted_action_non_threadable_channel', 'messages_tab_disabled'],
  ...['cant_update_message', 'edit_window_closed', 'streaming_state_conflict'],
];

/** The token itself is not good, whatever it is used for. */
const badToken: readonly string[] = [
  ...['invalid_auth', 'not_authed', 'token_revoked', 'token_expired'],
  ...['account_inactive', 'user_removed_from_team', 'team_disabled', 'team_access_not_granted'],
];

/** The token is good, but not for this. */
const badForThis: readonly string[] = ['missing_scope', 'not_allowed_token_type', 'no_permission'];

/** The bot is not where it was asked to answer. */
const notThere: readonly string[] = ['not_in_channel', 'channel_not_found'];

/** Its admins let only some people write there, or nobody any more. */
const readOnly: readonly string[] = [
  ...['is_archived', 'restricted_action', 'restricted_action_read_only_channel'],
  ...['restricted_action_non_threadable_channel', 'messages_tab_disabled'],
];

/** Slack's name for what went wrong; undefined when it was something else, as a network fault. */
export function slackError(error: unknown): string | undefined {
  return error instanceof WebAPIPlatformError ? error.data.error : undefined;
}

/** The scope that the app lacks, where that is what went wrong: Slack names it beside the error. */
export function missingScope(error: unknown): string | undefined {
  if (!(error instanceof WebAPIPlatformError) || error.data.error !== 'missing_scope') {
    return undefined;
  }
  const { needed } = error.data as { readonly needed?: unknown };
  return typeof needed === 'string' && needed !== '' ? needed : undefined;
}

/** In a few words for the log. */
export function reason(error: unknown): string {
  return slackError(error) ?? (error instanceof Error ? error.message : String(error));
}

/** What a call's failure calls for. What Slack refuses for a reason not named here, it will refuse again. */
export function faultOf(error: unknown): Fault {
  if (error instanceof WebAPIRateLimitedError) {
    return { kind: 'passing', retryAfterMs: error.retryAfter * 1_000 };
  }
  if (error instanceof WebAPIHTTPError) return ofStatus(error.statusCode);
  const name = slackError(error);
  // What never reached Slack, or whose answer never reached us: the SDK takes a page that something in
  // front of Slack answers with for the name of an error.
  if (name === undefined || !/^\w+$/.test(name) || passing.includes(name)) {
    return { kind: 'passing' };
  }
  if (deleted.includes(name)) return { kind: 'deleted' };
  if (closed.includes(name)) return { kind: 'closed' };
  return { kind: badToken.includes(name) || badForThis.includes(name) ? 'operator' : 'body' };
}

/** Of an answer that is no answer of the Web API's, but of what stands in front of it. */
function ofStatus(status: number): Fault {
  const isOurs = status >= 400 && status < 500 && status !== 408 && status !== 429;
  return { kind: isOurs ? 'body' : 'passing' };
}

/** An edit's failure in the chat port's words; what may go better next time stays as it is. */
export function editFailure(error: unknown): unknown {
  const fault = faultOf(error);
  switch (fault.kind) {
    case 'passing':
      return fault.retryAfterMs === undefined ? error : new EditLater(fault.retryAfterMs);
    case 'deleted':
      return new MessageGone('deleted');
    case 'closed':
    case 'operator':
    case 'body':
      return new MessageGone('unreachable', 'for all');
  }
}

export function isTokenRefused(error: unknown): error is WebAPIPlatformError {
  return badToken.includes(slackError(error) ?? '');
}

/** So Slack answers when the app was taken out, told or not (docs.slack.dev: auth.test, errors). */
export const removedNames: readonly string[] = ['account_inactive', 'token_revoked'];

export function mayBeRemoved(error: unknown): boolean {
  return removedNames.includes(slackError(error) ?? '');
}

export function isNotThere(error: unknown): boolean {
  return notThere.includes(slackError(error) ?? '');
}

export function mayNotWrite(error: unknown): boolean {
  return readOnly.includes(slackError(error) ?? '');
}
