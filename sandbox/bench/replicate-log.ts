import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

import { readLines } from '../score/input/lines';

/**
 * Writes the log several times over, each time with incident numbers of its own, until it has at
 * least `minRows` rows. Returns the number of rows.
 */
export async function replicateLog(
  source: string,
  target: string,
  minRows: number,
): Promise<number> {
  const rows: string[] = [];
  for await (const { lines } of readLines(source)) rows.push(...lines);
  const [header = '', ...body] = rows.filter((row) => row !== '');
  const out = createWriteStream(target);
  out.write(`${header}\n`);
  let written = 0;
  for (let replica = 0; written < minRows; replica += 1) {
    const text = body.map((row) => row.replace(/^INC/, `INC${replica}x`)).join('\n');
    if (!out.write(`${text}\n`)) await once(out, 'drain');
    written += body.length;
  }
  out.end();
  await finished(out);
  return written;
}
