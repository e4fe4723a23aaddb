/** A certificate for 127.0.0.1 that no public authority signed, as private networks use. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Undefined if certificates can be made here; otherwise the reason for skipping a test. */
export const opensslMissing =
  spawnSync('openssl', ['version'], { stdio: 'ignore' }).status === 0
    ? undefined
    : 'openssl is not installed here';

export interface Certificate {
  /** Self-signed: clients that should trust it get this file. */
  readonly file: string;
  readonly keyFile: string;
  readonly pem: string;
  remove(): void;
}

export function certificateOfLoopback(): Certificate {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  const [file, keyFile] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  const { status, stderr } = spawnSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
      ...['-days', '2', '-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'],
      ...['-keyout', keyFile, '-out', file],
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`openssl makes no certificate: ${stderr}`);
  return {
    ...{ file, keyFile, pem: readFileSync(file, 'utf8') },
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}
