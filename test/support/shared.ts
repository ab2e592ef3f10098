import { existsSync } from 'node:fs';
import { join } from 'node:path';

const SHARED = join(__dirname, '..', '..', '..', 'shared');

/** Path of a reference file that a user's clone does not have; null, with a notice, without it. */
export function sharedFile(...path: readonly string[]): string | null {
  const file = join(SHARED, ...path);
  if (existsSync(file)) return file;
  process.stderr.write(`NOTICE: skipped, ../shared/${path.join('/')} is not here\n`);
  return null;
}

/** `describe` where the file is there, `describe.skip` with a notice where it is not. */
export function describeWith(
  path: readonly string[],
  title: string,
  body: (file: string) => void,
): void {
  const file = sharedFile(...path);
  if (file === null) {
    describe.skip(title, () => {
      it('needs a reference file', () => undefined);
    });
    return;
  }
  describe(title, () => {
    body(file);
  });
}
