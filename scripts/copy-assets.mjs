// tsc copies no HTML or CSS; the page's go beside its compiled scripts.
import { cp, mkdir } from 'node:fs/promises';

const page = 'src/adapters/web/page';
await mkdir(`dist/${page}`, { recursive: true });
await cp(page, `dist/${page}`, { recursive: true, filter: (path) => !path.endsWith('.ts') });
