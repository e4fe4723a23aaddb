/** The cost of reading a CSV file of the largest size: a clean one, and a very messy one. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import iconv from 'iconv-lite';
import { maxCsvBytes, maxCsvRows } from '../src/datasets/csv/limits.js';
import type { Read } from './csv-probe.js';

const probe = fileURLToPath(new URL('csv-probe.js', import.meta.url));

interface Sample {
  readonly header: string;
  readonly row: (row: number) => string;
  readonly encoding: string;
}

const samples: Readonly<Record<string, Sample>> = {
  plain: {
    header: 'id,a,b,c,d,e,f,g,h,i,city,label',
    row: (row) =>
      [
        ...[row, Math.sin(row).toFixed(12), (row * 7919) % 1000, Math.cos(row).toFixed(12)],
        ...[(row / 7).toFixed(9), row % 17, (row * 3) % 101, (row / 3).toFixed(10)],
        ...[(row % 97) / 4, Math.tan(row).toFixed(12)],
        ...[`city ${row % 20}`, row % 3 ? 'yes' : 'no'],
      ].join(','),
    encoding: 'utf-8',
  },
  'Korean, with quotes, units and dates': {
    header: '번호;가격;계약일;지역;면적;비율;층;메모;아파트;구분',
    row: (row) =>
      [
        ...[row, `"${(row * 7919) % 900}억 ${row % 10},${100 + (row % 900)}만원"`],
        ...[
          `${2010 + (row % 12)}년 ${1 + (row % 12)}월 ${1 + (row % 28)}일`,
          `"서울 ""${row % 25}""구"`,
        ],
        ...[`${(row * 31) % 97},5㎡`, `${row % 100},25 %`, row % 50 ? `${row % 20}층` : '#DIV/0!'],
        ...[`참고 ${row % 12}`, `"푸른 마을, ${row % 31}단지"`, row % 3 ? '매매' : '전세'],
      ].join(';'),
    encoding: 'cp949',
  },
};

export async function benchCsv(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-csv-'));
  try {
    for (const [name, sample] of Object.entries(samples)) {
      const path = join(folder, 'sample.csv');
      const bytes = fileOf(sample);
      await writeFile(path, bytes);
      const { stdout } = await promisify(execFile)(process.execPath, [probe, path]);
      const { rows, readMs, prepareMs, peakMb } = JSON.parse(stdout) as Read;
      console.log(
        `CSV, ${name}: ${(bytes.length / 1024 / 1024).toFixed(1)} MB, ${rows} rows read in ` +
          `${readMs.toFixed(0)} ms, prepared in ${prepareMs.toFixed(0)} ms, at most ${peakMb.toFixed(0)} MB`,
      );
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** As many rows as fit within both limits. */
function fileOf({ header, row, encoding }: Sample): Buffer {
  const lines = [iconv.encode(`${header}\n`, encoding)];
  let size = lines[0]?.length ?? 0;
  for (let index = 0; index < maxCsvRows; index += 1) {
    const line = iconv.encode(`${row(index)}\n`, encoding);
    size += line.length;
    if (size > maxCsvBytes) break;
    lines.push(line);
  }
  return Buffer.concat(lines);
}
