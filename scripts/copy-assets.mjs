// tsc copies no HTML, CSS or data; they go beside the compiled scripts they belong to.
import { cp, mkdir } from 'node:fs/promises';

const page = 'src/adapters/web/page';
await mkdir(`dist/${page}`, { recursive: true });
await cp(page, `dist/${page}`, { recursive: true, filter: (path) => !path.endsWith('.ts') });

const builtin = 'src/datasets/builtin';
await cp(builtin, `dist/${builtin}`, { recursive: true, filter: (path) => !path.endsWith('.ts') });
