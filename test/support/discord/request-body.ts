/** A request's JSON and files, in whatever encoding they came. */
import type { Context } from 'hono';

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface RequestBody {
  readonly json: unknown;
  /** By field name: `files[0]` … */
  readonly files: ReadonlyMap<string, UploadedFile>;
}

export async function readBody(c: Context): Promise<RequestBody> {
  const type = c.req.header('content-type') ?? '';
  if (!type.startsWith('multipart/form-data')) {
    const text = await c.req.text();
    return { json: text === '' ? undefined : JSON.parse(text), files: new Map() };
  }
  const form = await c.req.formData();
  const files = new Map<string, UploadedFile>();
  for (const [key, value] of form) {
    const index = /^files\[(\d+)\]$/.exec(key)?.[1];
    if (index === undefined || typeof value === 'string') continue;
    files.set(index, { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  const payload = form.get('payload_json');
  return { json: typeof payload === 'string' ? JSON.parse(payload) : undefined, files };
}
