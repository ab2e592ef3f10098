import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { format } from 'node:util';

import type { SandboxClock } from '../../clock';

import { currentInvocation } from './invocation';
import type { LogLevel, LogLine } from './log-line';

const LINES_PER_RUNTIME_MINUTE = 100;
const BYTES_PER_INVOCATION = 200 * 1_024;
const MINUTE_MS = 60_000;

/** The app's `console`: lines go to `onLog`, are metered, and are dropped over the limits. */
export function createCapturedConsole(
  clock: SandboxClock,
  onLog: (line: LogLine) => void,
): Console {
  const write = (level: LogLevel, text: string): void => {
    const invocation = currentInvocation.getStore();
    const line = { atMs: clock.now(), level, functionKey: invocation?.functionKey ?? null, text };
    if (invocation === undefined) {
      onLog({ ...line, source: 'app' });
      return;
    }
    const bytes = Buffer.byteLength(text);
    const minutes = Math.floor(invocation.elapsedMs() / MINUTE_MS) + 1;
    const hadRoom = invocation.logLines < LINES_PER_RUNTIME_MINUTE * minutes;
    invocation.logLines += 1;
    if (!hadRoom || invocation.logBytes + bytes > BYTES_PER_INVOCATION) {
      if (invocation.logLines === LINES_PER_RUNTIME_MINUTE * minutes + 1) {
        const text = 'Log limit reached: further lines of this invocation are dropped';
        onLog({ ...line, level: 'warn', source: 'platform', text });
      }
      return;
    }
    invocation.logBytes += bytes;
    invocation.meter.count('logLines');
    invocation.meter.count('logBytes', bytes);
    onLog({ ...line, source: 'app' });
  };

  const at =
    (level: LogLevel) =>
    (...args: readonly unknown[]): void => {
      write(level, format(...args));
    };
  return Object.assign(new Console(sinkFor(at('info')), sinkFor(at('error'))), {
    log: at('info'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    debug: at('debug'),
    trace: at('debug'),
  });
}

/** For `console.table`, `dir` and the like, which print by themselves. */
const sinkFor = (print: (text: string) => void): Writable =>
  new Writable({
    write(chunk: Buffer, _encoding, done) {
      print(chunk.toString('utf8').trimEnd());
      done();
    },
  });
