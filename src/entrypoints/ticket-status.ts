import { z } from 'zod';

import { issueSchema } from '../contract/inputs';
import type { Outcome } from '../domain/outcome/outcome';
import { OUTCOME_LABELS } from '../domain/outcome/outcome-label';
import type { Deps } from '../usecases/deps';
import { readTicketStatus } from '../usecases/read-ticket-status';

/** Lozenges as Jira draws them beside the title of a collapsed panel. */
type LozengeType = 'default' | 'inprogress' | 'moved' | 'new' | 'removed' | 'success';

export interface TicketStatus {
  readonly status: {
    readonly type: 'lozenge';
    readonly value: { readonly label: string; readonly type: LozengeType };
  };
}

const payloadSchema = z.object({
  extension: z.object({ issue: z.object({ id: z.coerce.string().pipe(issueSchema) }) }),
});

const LOZENGES: Readonly<Record<Outcome, LozengeType>> = {
  'ai-resolved': 'success',
  pending: 'success',
  escalated: 'inprogress',
  reversed: 'removed',
  ambiguous: 'moved',
  abandoned: 'moved',
  'without-ai': 'default',
  excluded: 'default',
  open: 'new',
};

/** What a collapsed ticket panel says. Who may not see the ticket sees what everyone sees without one. */
export const createTicketStatusHandler =
  (deps: Deps) =>
  async (payload: unknown): Promise<TicketStatus> => {
    const parsed = payloadSchema.safeParse(payload);
    if (!parsed.success) return lozenge('Not scored', 'default');
    const read = await readTicketStatus(deps, { issue: parsed.data.extension.issue.id });
    if (!read.ok || read.value === null) return lozenge('Not scored', 'default');
    return lozenge(OUTCOME_LABELS[read.value], LOZENGES[read.value]);
  };

const lozenge = (label: string, type: LozengeType): TicketStatus => ({
  status: { type: 'lozenge', value: { label, type } },
});
