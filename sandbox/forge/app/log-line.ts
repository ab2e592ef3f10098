export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** One line of the app's log. */
export interface LogLine {
  /** The sandbox's time, epoch milliseconds. */
  readonly atMs: number;
  readonly level: LogLevel;
  /** `platform`: what the host says about the app, e.g. that an invocation failed. */
  readonly source: 'app' | 'platform';
  /** Key of the function in the manifest; null while the app loads. */
  readonly functionKey: string | null;
  readonly text: string;
}
