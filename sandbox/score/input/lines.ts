import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { StringDecoder } from 'node:string_decoder';

/** Lines in batches, so that a million of them do not cost a million awaits. */
export interface LineBatch {
  /** Number of the batch's first line, from 1. */
  readonly firstLine: number;
  readonly lines: readonly string[];
}

/**
 * The lines of a file, plain or `.gz`, without their ends (LF or CRLF) and without a byte-order mark.
 *
 * @param onRead - told how many bytes of the file have been read, and how many there are
 */
export async function* readLines(
  file: string,
  onRead: (bytes: number, ofBytes: number) => void = () => undefined,
): AsyncGenerator<LineBatch> {
  const { size } = await stat(file);
  let bytes = 0;
  const source = createReadStream(file, { highWaterMark: 1 << 18 });
  source.on('data', (chunk) => {
    bytes += chunk.length;
    onRead(bytes, size);
  });
  const stream = file.endsWith('.gz') ? source.pipe(createGunzip({ chunkSize: 1 << 18 })) : source;
  source.on('error', (error) => stream.destroy(error));

  const decoder = new StringDecoder('utf8');
  let rest = '';
  let firstLine = 1;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    if (lines.length === 0) continue;
    yield { firstLine, lines: clean(lines, firstLine) };
    firstLine += lines.length;
  }
  rest += decoder.end();
  if (rest !== '') yield { firstLine, lines: clean([rest], firstLine) };
}

function clean(lines: string[], firstLine: number): readonly string[] {
  if (firstLine === 1 && lines[0]?.startsWith('\uFEFF')) lines[0] = lines[0].slice(1);
  if (lines[0]?.endsWith('\r') || lines.at(-1)?.endsWith('\r')) {
    return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  }
  return lines;
}
