/**
 * The installation's web pages. The reader's language is not known yet: each page is in
 * all of ours. Nothing is loaded from elsewhere, and no other site can frame a page or sees it as a referrer, as
 * its URL carries the code that is exchanged for a token.
 */
import type { ServerResponse } from 'node:http';
import { locales } from '../../content/locale.js';
import { translator, type MessageKey } from '../../content/translator.js';

export interface InstallPage {
  readonly title: MessageKey;
  readonly says: MessageKey;
  readonly bot?: string;
  readonly link?: { readonly to: string; readonly words: MessageKey };
}

const style = `
:root { color-scheme: light dark }
body { font: 1.05rem/1.6 system-ui, sans-serif; max-width: 34rem; margin: 3rem auto; padding: 0 1.25rem }
:lang(ko) { word-break: keep-all }
section + section { margin-top: 2.5rem; padding-top: 1.5rem; border-top: 1px solid #8886 }
h1, h2 { font-size: 1.35rem; line-height: 1.3 }
a { display: inline-block; padding: .6rem 1.1rem; border-radius: .4rem; background: #1f3a5f; color: #fff;
  text-decoration: none; font-weight: 600 }
a:focus-visible { outline: 3px solid #5b9bd5; outline-offset: 2px }`;

export const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

export function installPage({ title, says, link, bot = '' }: InstallPage): string {
  const sections = locales.map((locale, index) => {
    const t = translator(locale, 'slack');
    const heading = index === 0 ? 'h1' : 'h2';
    const anchor = link
      ? `<p><a href="${escaped(link.to)}">${escaped(t.plain(link.words))}</a></p>`
      : '';
    return `<section lang="${locale}">
<${heading}>${escaped(t.plain(title))}</${heading}>
<p>${escaped(t.plain(says, { bot }))}</p>
${anchor}
</section>`;
  });
  return `<!doctype html>
<html lang="${locales[0]}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(translator(locales[0], 'slack').plain(title))}</title>
<style>${style}
</style>
<main>
${sections.join('\n')}
</main>
</html>
`;
}

export function showPage(
  res: ServerResponse,
  status: number,
  page: InstallPage,
  headers: Readonly<Record<string, string>> = {},
): void {
  res.writeHead(status, { ...pageHeaders, ...headers });
  res.end(installPage(page));
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
