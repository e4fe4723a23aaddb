// tsc copies no HTML, CSS or Markdown; what the program reads goes beside its compiled scripts.
import { cp, mkdir } from 'node:fs/promises';

for (const folder of ['src/adapters/web/page', 'src/content/cards']) {
  await mkdir(`dist/${folder}`, { recursive: true });
  await cp(folder, `dist/${folder}`, { recursive: true, filter: (path) => !path.endsWith('.ts') });
}
