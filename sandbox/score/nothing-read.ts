import type { Intake } from './intake';
import { UsageError, type ScoreOptions } from './options';

/** What to say of an export of which nothing could be read. */
export function nothingRead(
  { input, format }: Pick<ScoreOptions, 'input' | 'format'>,
  { rejected }: Pick<Intake, 'rejected'>,
): UsageError {
  const [first] = rejected;
  const why = first === undefined ? 'it holds no rows' : `line ${first.line}: ${first.reason}`;
  return new UsageError(`Nothing in ${input} can be read as ${format}: ${why}`);
}
