import type { Logger } from '../../ports/logger';

/** One line of JSON an event; the platform keeps what is written to the console. */
export function createConsoleLogger(write: (line: string) => void): Logger {
  const at =
    (level: 'info' | 'warn' | 'error'): Logger['info'] =>
    (event, fields = {}) =>
      write(JSON.stringify({ level, event, ...fields }));
  return { info: at('info'), warn: at('warn'), error: at('error') };
}
