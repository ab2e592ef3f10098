import { z } from 'zod';

import { ok, type Result } from '../../domain/app-error';
import { OUTCOME_LABELS } from '../../domain/outcome/outcome-label';
import type { TaggedTicket, TicketTag } from '../../ports/ticket-tagger';
import { time } from '../hand-off/hand-off-words';
import { encodedQuery, isOneOf } from './client/encoded-query';
import { snBoolean, snSysId, snText } from './client/record-values';
import type { TableQuery } from './client/service-now-api';
import { cutLists } from './client/table-address';
import { parseRecords } from './incident/parse-records';
import { sysIdOf } from './ticket-id';
import type { OpenInstance } from './incident/snapshots-of';

/** Where a connection wants verdicts written. */
export interface VerdictPlace {
  readonly field: string;
  readonly writesWorkNotes: boolean;
}

/**
 * What incidents say now, a request for some two hundred. One that is not there is gone, or hidden.
 *
 * @returns by sys_id
 */
export async function readVerdicts(
  { api }: OpenInstance,
  { field }: VerdictPlace,
  ticketIds: readonly string[],
): Promise<Result<ReadonlyMap<string, Written>>> {
  const schema = z.object({ sys_id: snSysId, active: snBoolean.optional(), [field]: snText });
  const queryOf = (sysIds: readonly string[]): TableQuery => ({
    table: 'incident',
    query: encodedQuery([isOneOf('sys_id', sysIds)]),
    fields: ['sys_id', 'active', field],
    limit: 1_000,
  });
  const written = new Map<string, Written>();
  for (const run of cutLists(ticketIds.map(sysIdOf), queryOf)) {
    const page = await api.readTable(queryOf(run));
    if (!page.ok) return page;
    // A field that is missing is hidden, or is none: nothing may be written blindly.
    const rows = parseRecords('incident', page.value.records, schema);
    if (!rows.ok) return rows;
    for (const row of rows.value) {
      const { sys_id, active, ...rest } = row as Readonly<Record<string, unknown>>;
      const label = rest[field];
      written.set(String(sys_id), {
        label: typeof label === 'string' ? label : null,
        isClosed: active === false,
      });
    }
  }
  return ok(written);
}

export interface Written {
  readonly label: string | null;
  /** The instance may let nobody write on it any more. */
  readonly isClosed: boolean;
}

/**
 * Writes a verdict that is not there yet. Field and work note are one write, so the field tells whether the
 * note was written: after an answer that was lost, nothing is written twice.
 */
export async function writeVerdict(
  { api }: OpenInstance,
  { field, writesWorkNotes }: VerdictPlace,
  { ticketId, tag }: TaggedTicket,
  { label, isClosed }: Written,
): Promise<Result<'written' | 'there-already' | 'closed' | 'gone'>> {
  const wanted = OUTCOME_LABELS[tag.outcome];
  // What is open has no verdict: only one that was written before has to go.
  if (label === wanted || (tag.decidedAt === null && label === null)) return ok('there-already');
  const values = {
    [field]: wanted,
    ...(writesWorkNotes ? { work_notes: noteOf(tag, label) } : {}),
  };
  const updated = await api.updateRecord('incident', sysIdOf(ticketId), values, {
    isIdempotent: !writesWorkNotes,
  });
  if (updated.ok) return ok(updated.value === 'gone' ? 'gone' : 'written');
  const isRefused = updated.error.kind === 'source-refused' && updated.error.refusal === 'role';
  return isClosed && isRefused ? ok('closed') : updated;
}

/** In English, as a hand-off is: a note has one language. */
function noteOf({ outcome, rule, evidence, agent, decidedAt }: TicketTag, before: string | null) {
  const facts = [
    `rule ${rule}`,
    ...(evidence === null ? [] : [`evidence ${evidence}`]),
    ...(agent === null ? [] : [`AI agent ${agent}`]),
    ...(decidedAt === null ? [] : [`decided ${time(decidedAt)}`]),
  ];
  const change = before === null ? '' : ` It said ${before} before.`;
  return `Firstline: ${OUTCOME_LABELS[outcome]} (${facts.join(', ')}).${change}`;
}
