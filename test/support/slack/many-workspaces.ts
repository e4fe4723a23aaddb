/**
 * Several workspaces of one fake Slack, each with its own people, channels, limits and token. User and
 * channel ids are the same in all. Anybody may install the app, through Slack's OAuth:
 *
 *     const slack = await ManyWorkspaces.start(['Rabbits', 'Bears']);
 *     slack.appAddress = 'http://127.0.0.1:4000';
 *     await slack.install(slack.workspaces[0]);
 */
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Hono } from 'hono';
import { FakeClock } from '../fake-clock.js';
import { FakeWorkspace } from './fake-workspace.js';
import type { Arguments } from './methods.js';
import { SlackProblem } from './problems.js';
import { usualTiers, type Tiers } from './tiers.js';
import { readArguments, webApp, webServer, type WebApp } from './web-server.js';

interface Grant {
  readonly workspace: FakeWorkspace;
  readonly redirectUri: string | null;
}

/** What a browser shows at the end of an installation. */
export interface Outcome {
  readonly status: number;
  readonly page: string;
}

export class ManyWorkspaces {
  readonly clientId = '1111.2222';
  readonly clientSecret = 'fake-client-secret';
  readonly signingSecret = 'fake-signing-secret';
  /** Where the app listens; once set, all events are sent there. */
  #appAddress = '';
  /** The app's clock for token age. */
  readonly tokenClock = new FakeClock();
  /** The lifetime of new tokens in seconds; undefined: unlimited, as for an app without token rotation. */
  tokensLiveSeconds: number | undefined;
  /** Slack reports an installation for a whole organisation. */
  isForOrganisation = false;
  /** False if the person installing removed the bot's scopes from the address. */
  grantsBot = true;
  /** The next token request fails with this HTTP status, without any effect. */
  exchangeTrouble: 429 | 500 | undefined;
  /** Runs while a token is being renewed. */
  beforeRenewal: (() => Promise<void>) | undefined;
  /** Every token request, by what was exchanged. */
  readonly exchanges: ('code' | 'refresh_token')[] = [];
  /** Every token issued. */
  readonly tokens: string[] = [];
  readonly #server: Server;
  readonly #codes = new Map<string, Grant>();
  readonly #refreshing = new Map<string, FakeWorkspace>();
  readonly #holders = new Map<string, FakeWorkspace>();
  /** When each expiring token ends. */
  readonly #endsAtMs = new Map<string, number>();
  #made = 0;

  private constructor(readonly workspaces: readonly FakeWorkspace[]) {
    this.#server = webServer(this.#app());
  }

  static async start(names: readonly string[], tiers: Tiers = usualTiers): Promise<ManyWorkspaces> {
    const clock = new FakeClock();
    const workspaces = names.map(
      (name, index) =>
        new FakeWorkspace({
          ...{ clock, tiers, isOneOfMany: true, botToken: '' },
          ...{ signingSecret: 'fake-signing-secret', team: { id: `T${index + 1}`, name } },
        }),
    );
    const slack = new ManyWorkspaces(workspaces);
    slack.#server.listen(0, '127.0.0.1');
    await once(slack.#server, 'listening');
    for (const { state } of workspaces) state.address = `${slack.address}/w/${state.team.id}`;
    return slack;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get apiUrl(): string {
    return `${this.address}/api/`;
  }

  get appAddress(): string {
    return this.#appAddress;
  }

  set appAddress(address: string) {
    this.#appAddress = address;
    for (const { http } of this.workspaces) http.address = `${address}/slack/events`;
  }

  /** Like a browser: the app's page, Slack's, and back. */
  async install(workspace: FakeWorkspace): Promise<Outcome> {
    const { link, cookie } = await this.begin();
    return this.visit(this.allow(workspace, link), cookie);
  }

  /** Opens the app's page: its link, and the cookie it sets. */
  async begin(): Promise<{ link: URL; cookie: string; page: string }> {
    const response = await fetch(`${this.#appAddress}/slack/install`);
    const page = await response.text();
    const href = /href="([^"]+)"/.exec(page)?.[1] ?? '';
    const link = href.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    return { link: new URL(link), cookie, page };
  }

  /** A person approves. @returns where Slack redirects their browser */
  allow(workspace: FakeWorkspace, link: URL): URL {
    const { searchParams } = link;
    if (searchParams.get('client_id') !== this.clientId) throw new Error('an unknown app');
    const code = this.#new('code');
    const redirectUri = searchParams.get('redirect_uri');
    this.#codes.set(code, { workspace, redirectUri });
    const back = new URL(redirectUri ?? `${this.#appAddress}/slack/oauth_redirect`);
    back.searchParams.set('code', code);
    back.searchParams.set('state', searchParams.get('state') ?? '');
    return back;
  }

  async visit(url: URL, cookie: string): Promise<Outcome> {
    const here = new URL(url.pathname + url.search, this.#appAddress);
    const response = await fetch(here, { headers: { cookie } });
    return { status: response.status, page: await response.text() };
  }

  /** Slack stops accepting the workspace's token. */
  revoke(workspace: FakeWorkspace, error = 'token_revoked'): void {
    const { state } = workspace;
    state.oldTokens.set(state.botToken, error);
    this.#forgetRefreshing(workspace);
    state.botToken = '';
  }

  /** Slack accepts the token again. */
  restore({ state }: FakeWorkspace, token: string): void {
    state.botToken = token;
  }

  /** The workspace uninstalls the app. */
  uninstall(workspace: FakeWorkspace): void {
    this.revoke(workspace, 'account_inactive');
    workspace.removeApp();
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #app(): WebApp {
    const app: WebApp = new Hono();
    app.post('/api/oauth.v2.access', async (c) => {
      const trouble = this.exchangeTrouble;
      this.exchangeTrouble = undefined;
      if (trouble === 500) return c.text('Internal Server Error', 500);
      if (trouble === 429) {
        c.header('retry-after', '1');
        return c.json({ ok: false, error: 'ratelimited' }, 429);
      }
      try {
        const given = await readArguments(c);
        if (given.grant_type === 'refresh_token') await this.beforeRenewal?.();
        return c.json({ ok: true, ...this.#exchange(given) });
      } catch (error) {
        if (!(error instanceof SlackProblem)) throw error;
        return c.json({ ok: false, error: error.error });
      }
    });
    const apps = new Map(this.workspaces.map((one) => [one, webApp(one.state)]));
    app.post('/api/:method', (c) => {
      const token = c.req.header('authorization')?.replace(/^Bearer /, '') ?? '';
      const holder = this.#holders.get(token);
      if (holder) this.#endIfOld(holder);
      const of = holder && apps.get(holder);
      return of ? of.fetch(c.req.raw, c.env) : c.json({ ok: false, error: 'invalid_auth' });
    });
    for (const [{ state }, of] of apps) app.route(`/w/${state.team.id}`, of);
    return app;
  }

  /** @throws SlackProblem as `oauth.v2.access` refuses it */
  #exchange(given: Arguments): object {
    if (given.client_id !== this.clientId) throw new SlackProblem('invalid_client_id');
    if (given.client_secret !== this.clientSecret) throw new SlackProblem('bad_client_secret');
    if (given.grant_type === 'refresh_token') {
      this.exchanges.push('refresh_token');
      const token = String(given.refresh_token);
      const workspace = this.#refreshing.get(token);
      if (!workspace) throw new SlackProblem('invalid_refresh_token');
      this.#refreshing.delete(token);
      workspace.state.oldTokens.set(workspace.state.botToken, 'token_expired');
      return this.#handOut(workspace);
    }
    this.exchanges.push('code');
    const grant = this.#codes.get(String(given.code));
    if (!grant) throw new SlackProblem('invalid_code');
    this.#codes.delete(String(given.code));
    const { workspace, redirectUri } = grant;
    this.#forgetRefreshing(workspace);
    if ((given.redirect_uri ?? null) !== redirectUri) throw new SlackProblem('bad_redirect_uri');
    return this.#handOut(workspace);
  }

  #endIfOld({ state }: FakeWorkspace): void {
    const { botToken } = state;
    if (this.tokenClock.nowMs() < (this.#endsAtMs.get(botToken) ?? Infinity)) return;
    state.oldTokens.set(botToken, 'token_expired');
    state.botToken = '';
  }

  #forgetRefreshing(workspace: FakeWorkspace): void {
    for (const [token, of] of this.#refreshing) {
      if (of === workspace) this.#refreshing.delete(token);
    }
  }

  #handOut(workspace: FakeWorkspace): object {
    const { state } = workspace;
    state.botToken = this.#new('xoxb-secret');
    this.#holders.set(state.botToken, workspace);
    if (this.tokensLiveSeconds !== undefined) {
      this.#endsAtMs.set(state.botToken, this.tokenClock.nowMs() + this.tokensLiveSeconds * 1_000);
    }
    const refresh_token = this.#new('xoxe-secret');
    if (this.tokensLiveSeconds !== undefined) this.#refreshing.set(refresh_token, workspace);
    return {
      ...{ app_id: 'A1', authed_user: { id: 'U0' }, token_type: 'bot' },
      ...(this.grantsBot && {
        ...{ access_token: state.botToken, bot_user_id: state.botUserId, scope: 'chat:write' },
      }),
      ...(this.isForOrganisation
        ? { team: null, enterprise: { id: 'E1', name: 'Zoo' }, is_enterprise_install: true }
        : { team: state.team, enterprise: null, is_enterprise_install: false }),
      ...(this.tokensLiveSeconds !== undefined && {
        ...{ refresh_token, expires_in: this.tokensLiveSeconds },
      }),
    };
  }

  #new(kind: string): string {
    this.#made += 1;
    const made = `${kind}-${this.#made}-of-all`;
    if (kind !== 'code') this.tokens.push(made);
    return made;
  }
}
