import { findChromium } from '../../sandbox/browser/chromium';

export { launchChromium } from '../../sandbox/browser/chromium';

/** `describe` where a browser is there, `describe.skip` with a notice where none is. */
export function describeInChromium(title: string, body: (executablePath: string) => void): void {
  const executablePath = findChromium();
  if (executablePath === null) {
    process.stderr.write(
      'NOTICE: skipped, no Chromium is here: install chromium or set CHROMIUM_PATH\n',
    );
    describe.skip(title, () => {
      it('needs a browser', () => undefined);
    });
    return;
  }
  describe(title, () => {
    body(executablePath);
  });
}
