/** The page's own files, read once at start: no request can reach another path on the disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import { etag } from 'hono/etag';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const folder = fileURLToPath(new URL('./page/', import.meta.url));

/** Serves `index.html` as `/` and everything else under `/page/`. */
export function servePage(app: Hono): void {
  for (const name of readdirSync(folder)) {
    const mediaType = mediaTypes[extname(name)];
    if (mediaType === undefined) continue;
    const body = readFileSync(join(folder, name));
    const path = name === 'index.html' ? '/' : `/page/${name}`;
    app.get(path, etag(), (c) =>
      c.body(body, 200, { 'Content-Type': mediaType, 'Cache-Control': 'no-cache' }),
    );
  }
}
