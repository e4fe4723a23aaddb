/**
 * Bolt's own HTTP, plus the pages where a workspace installs the app: `/slack/install` leads to Slack,
 * which leads back to `/slack/oauth_redirect` with a code that is exchanged for a token.
 */
import { HTTPReceiver, type Installation } from '@slack/bolt';
import { createHmac } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { Allowance } from '../../chat/allowance.js';
import { clientOptions } from './calls.js';
import { reason, slackError } from './errors.js';
import { installPage, pageHeaders, showPage, type InstallPage } from './install-pages.js';
import { exchangeRate } from './limits.js';
import { sdkLogger, type SlackLog } from './log.js';
import { botScopes } from './manifest.js';
import { httpEntrance, type Entrance, type EntranceOptions } from './receiver.js';

export const INSTALL_PATH = '/slack/install';
const REDIRECT_PATH = '/slack/oauth_redirect';

export interface SlackAppKeys {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly signingSecret: string;
}

export interface InstallOptions extends Pick<EntranceOptions, 'apiUrl' | 'status'>, SlackAppKeys {
  readonly log: SlackLog;
  readonly port: number;
  /** The public address of that port: `https://tutor.example.org`. Missing: the app has one redirect URL. */
  readonly publicUrl: string | undefined;
  /** @throws when it cannot be stored */
  readonly onInstalled: (installation: Installation) => Promise<void>;
}

export function installEntrance(options: InstallOptions): Entrance {
  const { clientId, clientSecret, signingSecret, apiUrl, log, publicUrl, status, port } = options;
  const exchanges = new Allowance(exchangeRate);
  const receiver = new HTTPReceiver({
    ...{ signingSecret, clientId, clientSecret, scopes: botScopes, logger: sdkLogger(log) },
    // One secret less to manage: a state lives only ten minutes.
    stateSecret: createHmac('sha256', clientSecret).update('state of installations').digest('hex'),
    ...(publicUrl !== undefined && { redirectUri: `${publicUrl}${REDIRECT_PATH}` }),
    installationStore: {
      storeInstallation: (installation) => options.onInstalled(installation),
      // Bolt does not authorize by itself here (`installed.ts`).
      fetchInstallation: () => Promise.reject(new Error('tokens are asked for elsewhere')),
    },
    installerOptions: {
      ...{ installPath: INSTALL_PATH, redirectUriPath: REDIRECT_PATH },
      authorizationUrl: new URL('../oauth/v2/authorize', apiUrl).href,
      clientOptions: clientOptions(apiUrl, log),
      renderHtmlForInstallPath: (to) =>
        installPage({
          ...{ title: 'slack.install.title', says: 'slack.install.how' },
          link: { to, words: 'slack.install.button' },
        }),
      installPathOptions: {
        beforeRedirection: (_req, res) => {
          for (const [name, value] of Object.entries(pageHeaders)) res.setHeader(name, value);
          return Promise.resolve(true);
        },
      },
      callbackOptions: {
        // The state has been checked by then; anybody coming from our page has a valid one.
        beforeInstallation: (_options, _req, res) => {
          const now = performance.now();
          const waitMs = exchanges.waitMs(now);
          if (waitMs === 0) exchanges.spend(now);
          else showTooMany(res, waitMs);
          return Promise.resolve(waitMs === 0);
        },
        afterInstallation: ({ isEnterpriseInstall = false, bot }, _options, _req, res) => {
          if (isEnterpriseInstall) showPage(res, 400, notInstalled('slack.install.organisation'));
          // The person installing it can edit the scopes in the URL.
          else if (!bot) showPage(res, 400, notInstalled('slack.install.noBot'));
          return Promise.resolve(!isEnterpriseInstall && bot !== undefined);
        },
        success: ({ team, appId = '' }, _options, _req, res) => {
          const query = new URLSearchParams({ app: appId, team: team?.id ?? '' });
          showPage(res, 200, {
            ...{ title: 'slack.install.done', says: 'slack.install.next', bot: '@tutor' },
            link: {
              to: `https://slack.com/app_redirect?${query.toString()}`,
              words: 'slack.install.open',
            },
          });
        },
        failure: (error, _options, _req, res) => {
          const { status: code, says } = failureOf(error);
          logFailure(error, code, log);
          showPage(res, code, notInstalled(says));
        },
      },
    },
  });
  return httpEntrance(receiver, signingSecret, port, { log, status });
}

function notInstalled(says: InstallPage['says']): InstallPage {
  const link = { to: INSTALL_PATH, words: 'slack.install.again' } as const;
  return { title: 'slack.install.failed', says, link };
}

function showTooMany(res: ServerResponse, waitMs: number): void {
  const seconds = String(Math.ceil(waitMs / 1_000));
  showPage(res, 429, notInstalled('slack.install.tooMany'), { 'retry-after': seconds });
}

/** Some are for the operator to fix; most come from a browser. */
function logFailure(error: Error, status: number, log: SlackLog): void {
  const name = slackError(error);
  if (status === 500) {
    log.error({ err: error }, 'Slack: an installation could not be kept');
  } else if (status === 502 && name !== undefined) {
    const check = 'SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, and the app’s Redirect URLs';
    log.error({}, `Slack: nobody can install the app: ${name}; check ${check}`);
  } else {
    log.info({}, `Slack: an installation did not come about: ${reason(error)}`);
  }
}

/** Slack's error codes for a bad code (docs.slack.dev, oauth.v2.access). */
const badCode: readonly (string | undefined)[] = ['invalid_code', 'code_already_used'];

function failureOf(error: Error & { readonly code: string }): {
  readonly status: number;
  readonly says: InstallPage['says'];
} {
  switch (error.code) {
    case 'slack_oauth_installer_authorization_error':
      return { status: 400, says: 'slack.install.cancelled' };
    // The last one comes from a Host header that no browser sends.
    case 'slack_oauth_missing_state':
    case 'slack_oauth_invalid_state':
    case 'slack_oauth_missing_code':
    case 'ERR_INVALID_URL':
      return { status: 400, says: 'slack.install.stale' };
  }
  if (badCode.includes(slackError(error))) return { status: 400, says: 'slack.install.badCode' };
  if (error.code.startsWith('slack_webapi_')) {
    return { status: 502, says: 'slack.install.noAnswer' };
  }
  return { status: 500, says: 'slack.install.notKept' };
}
