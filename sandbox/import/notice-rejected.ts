import type { Intake } from '../score/intake';

/** Says how much of a file could not be read, and why the first of it. */
export function noticeRejected(
  { rejected, rejectedTotal }: Intake,
  onNotice: (text: string) => void,
): void {
  const [first] = rejected;
  if (first === undefined) return;
  onNotice(
    `${rejectedTotal} rows could not be read; the first: line ${first.line}: ${first.reason}`,
  );
}
