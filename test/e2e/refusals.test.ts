/** What a learner reads in the page when the room refuses a request. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newcomerRate, streamPlaces } from '../../src/adapters/web/limits.js';
import { findChromium, launch } from '../support/browser.js';
import { startBuilt, type BuiltProgram } from '../support/built-program.js';
import { Visitor, type EventStream } from '../support/scripted-room.js';

const chromium = findChromium();

describe.skipIf(chromium === undefined)('a refusal in the page', { timeout: 240_000 }, () => {
  let dataDir: string;
  let program: BuiltProgram;
  let browser: Browser;
  const pages: Page[] = [];

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'tutor-e2e-'));
    [program, browser] = await Promise.all([startBuilt(dataDir), launch(chromium ?? '')]);
  });
  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.context().close()));
  });
  afterAll(async () => {
    await browser.close();
    await program.end();
    rmSync(dataDir, { recursive: true });
  });

  async function open(locale: string): Promise<Page> {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    pages.push(page);
    await page.goto(program.address);
    return page;
  }

  async function visit(locale: string): Promise<Page> {
    const page = await open(locale);
    await page.getByRole('textbox').waitFor();
    return page;
  }

  /** The same browser, for requests faster than hands. */
  async function handOf(page: Page): Promise<Visitor> {
    const cookies = await page.context().cookies();
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    return new Visitor(program.address, cookie);
  }

  it('says that lines come too fast, and keeps the line for sending again', async () => {
    const page = await visit('en-US');
    const input = page.getByRole('textbox');
    await page.evaluate(() => {
      const body = JSON.stringify({ line: '/help', locale: 'en' });
      const headers = { 'content-type': 'application/json' };
      setInterval(() => void fetch('/api/lines', { method: 'POST', headers, body }), 20);
    });
    const notice = page.getByText(/^You are sending messages too fast\./);
    // A refused line stays in the field; a line that got through, or is in transit, is typed again.
    await expect
      .poll(
        async () => {
          const isKept = (await input.inputValue()) === '/explain epoch';
          if (isKept && (await notice.isVisible())) return true;
          await input.fill('/explain epoch');
          await input.press('Enter');
          return false;
        },
        { timeout: 120_000 },
      )
      .toBe(true);
  });

  it('says that the room is open too often, and connects by itself when there is a place', async () => {
    const page = await visit('ko-KR');
    const hand = await handOf(page);
    await page.goto('about:blank');
    const streams: EventStream[] = [];
    while (streams.length < streamPlaces.each) {
      // The slot of the page that was left becomes free a moment later.
      const stream = await hand.listen().catch(() => undefined);
      await stream?.next('people').then(
        () => streams.push(stream),
        () => undefined,
      );
    }
    await page.goto(program.address);
    await page.getByText('이 방을 벌써 10번 열어 두었어요.').waitFor();
    for (const stream of streams) stream.close();
    await page.getByText('다시 연결됐어요.').waitFor({ timeout: 60_000 });
  });

  it('says when the next file can come', async () => {
    const page = await visit('ko-KR');
    const hand = await handOf(page);
    // Until none are left: one comes back every ten seconds.
    while ((await hand.post('/api/files?name=a.csv', {})).status !== 429);
    await page.setInputFiles('#file', {
      name: 'a.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('a\n1\n'),
    });
    await page.getByText(/^짧은 시간에 파일을 많이 올렸어요\./).waitFor();
    expect(await page.locator('#file-chip').isVisible()).toBe(false);
  });

  it('says that a name is taken, and which one is used instead', async () => {
    await (await Visitor.at(program.address)).post('/api/name', { name: '민지' });
    const page = await visit('en-US');
    await page.getByRole('button', { name: /Change your name/ }).click();
    await page.getByRole('textbox', { name: 'What should we call you?' }).fill('민지');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('“민지” is somebody else’s name here, so you are “민지 2”.').waitFor();
    await page.getByRole('button', { name: /^민지 2 / }).waitFor();
  });

  /** One person of a crowd may still get in as the door opens for the next. */
  async function findShutDoor(): Promise<{ page: Page; door: Locator }> {
    for (;;) {
      const page = await open('ko-KR');
      const door = page.getByText(/^방금 아주 많은 사람이 들어왔어요\./);
      await door.or(page.getByRole('textbox')).waitFor();
      if (await door.isVisible()) return { page, door };
    }
  }

  it('says at the door that many have come, and enters by itself', async () => {
    const over = new AbortController();
    const crowd = (async () => {
      const knock = (): Promise<Response> => fetch(`${program.address}/api/words`);
      await Promise.all(Array.from({ length: newcomerRate.each.burst }, knock));
      // Several at a time: faster than slots come back, however busy this machine is.
      while (!over.signal.aborted) await Promise.all([knock(), knock(), knock(), knock()]);
    })();
    try {
      await expect
        .poll(async () => (await fetch(`${program.address}/api/words`)).status, {
          timeout: 120_000,
        })
        .toBe(429);
      const { page, door } = await findShutDoor();
      over.abort();
      await page.getByRole('textbox').waitFor({ timeout: 60_000 });
      expect(await door.isVisible()).toBe(false);
    } finally {
      over.abort();
      await crowd;
    }
  });
});
