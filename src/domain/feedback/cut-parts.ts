/** Lines on their way into parts. */
export interface CutLines {
  /** Whole lines, each ended by a line break; every one as full as it can be. */
  readonly parts: readonly string[];
  /** What is not enough for a part yet. */
  readonly rest: string;
}

/**
 * Cuts lines into parts of at most so many bytes, never within a line. A line that is larger than that
 * makes a part of its own.
 *
 * @param rest - what was left the last time
 * @param lines - without line breaks
 */
export function cutParts(rest: string, lines: readonly string[], maxBytes: number): CutLines {
  const parts: string[] = [];
  let open = rest;
  let bytes = bytesOf(open);
  for (const line of lines) {
    const next = `${line}\n`;
    const size = bytesOf(next);
    if (open !== '' && bytes + size > maxBytes) {
      parts.push(open);
      open = '';
      bytes = 0;
    }
    open += next;
    bytes += size;
  }
  return { parts, rest: open };
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
