/** Real time in which somebody may rest for a minute without anybody having to wait for it. */
export interface PatientTime {
  /** Milliseconds since any fixed moment. */
  readonly elapsedMs: () => number;
  /** The limits per minute begin anew; no clock is moved. */
  readonly rest: () => void;
}

const MINUTE_MS = 60_000;

export function createPatientTime(): PatientTime {
  let restedMs = 0;
  return {
    elapsedMs: () => performance.now() + restedMs,
    rest: () => {
      restedMs += MINUTE_MS;
    },
  };
}
