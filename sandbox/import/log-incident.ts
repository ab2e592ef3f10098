import type { IncidentLogRow } from '../../src/adapters/servicenow/incident-log/translate-incident';
import { epochMs, type EpochMs } from '../../src/domain/time';
import { readIncidentRows } from '../score/input/incident-log';
import { Intake } from '../score/intake';
import type { ScoreOptions } from '../score/options';
import { readLogFacts, type LogFacts } from './log-facts';

/** An incident of an event log, as an instance can hold it. */
export interface LogIncident {
  readonly number: string;
  /** In file order; a clock that runs backwards is held at the row before. Never empty. */
  readonly rows: readonly IncidentLogRow[];
  readonly facts: LogFacts;
}

/** Reads an event log to fill an instance with it, in the order in which incidents begin there. */
export async function readLogIncidents(options: ScoreOptions): Promise<{
  readonly incidents: readonly LogIncident[];
  readonly intake: Intake;
}> {
  const intake = new Intake();
  const factsOf = await readLogFacts(options.input);
  const found: { readonly line: number; readonly incident: LogIncident }[] = [];
  await readIncidentRows(options, intake, ({ number, rows, line }) => {
    found.push({ line, incident: { number, rows: held(rows), facts: factsOf(number) } });
  });
  const incidents = found.sort((a, b) => a.line - b.line).map(({ incident }) => incident);
  return { incidents, intake };
}

/** The incidents as they stood: what is later than `asOf` does not exist, but facts are the last row's. */
export function incidentsAt(
  incidents: readonly LogIncident[],
  asOf: EpochMs,
): readonly LogIncident[] {
  const hasCome = (atMs: number | null): boolean => atMs !== null && atMs <= asOf;
  return incidents.flatMap(({ number, rows, facts }) => {
    const last = rows.at(-1);
    const past = rows.filter(({ updatedAt }) => hasCome(updatedAt));
    const first = rows[0];
    if (last === undefined || first === undefined || first.openedAt > asOf) return [];
    // Reported, and nobody has done anything yet.
    if (past.length === 0) past.push({ ...first, ...UNTOUCHED, updatedAt: first.openedAt });
    const closedAtMs = hasCome(facts.closedAtMs) ? facts.closedAtMs : null;
    const { requester, category, priority } = last;
    const resolvedAt = hasCome(last.resolvedAt) ? last.resolvedAt : null;
    const now = past.map((row) => ({ ...row, requester, category, priority, resolvedAt }));
    return [{ number, rows: now, facts: { ...facts, closedAtMs } }];
  });
}

const UNTOUCHED = { state: 'New', assignmentGroup: null, assignedTo: null } as const;

function held(rows: readonly IncidentLogRow[]): readonly IncidentLogRow[] {
  let clock = rows[0]?.openedAt ?? epochMs(0);
  return rows.map((row) => {
    clock = epochMs(Math.max(clock, row.updatedAt));
    return { ...row, updatedAt: clock };
  });
}
