import type { StatusCategory } from './event';
import type { IncidentMapping, StateMeaning } from './incident-mapping';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** As ServiceNow comes out of the box, for an instance that does not tell its choices. */
const OUT_OF_THE_BOX: readonly Choice[] = [
  { value: '1', label: 'New' },
  { value: '2', label: 'In Progress' },
  { value: '3', label: 'On Hold' },
  { value: '6', label: 'Resolved' },
  { value: '7', label: 'Closed' },
  { value: '8', label: 'Canceled' },
];

/** These numbers mean the same on every instance: the product's own scripts compare with them. */
const BY_VALUE: Readonly<Record<string, StatusCategory>> = {
  '1': 'new',
  '2': 'indeterminate',
  '3': 'indeterminate',
  '6': 'done',
  '7': 'done',
  '8': 'done',
};

const DONE_LABEL = /^(resolved|closed\b.*|cancell?ed)$/i;
const AWAITING_LABEL =
  /^(awaiting|waiting (for|on)|pending) (caller|user info|user|customer|requester)\b/i;
/** "Awaiting Caller" of `hold_reason`, out of the box. */
const AWAITING_CALLER = '1';

/**
 * What an instance's states mean before anybody has said so: by the product's own numbers, else by the
 * English label. A number of the customer's own with a label that says nothing is `indeterminate`.
 *
 * @param choices - English labels, in the instance's order; empty where it does not show them
 */
export function defaultIncidentMapping(choices: {
  readonly states: readonly Choice[];
  readonly holdReasons: readonly Choice[];
}): IncidentMapping {
  const states = choices.states.length === 0 ? OUT_OF_THE_BOX : choices.states;
  return {
    states: states.map(meaningOf),
    pausingHoldReasons: pausingOf(choices.holdReasons),
    groups: [],
    verdictField: null,
    writesWorkNotes: false,
  };
}

function meaningOf({ value, label }: Choice): StateMeaning {
  const category = BY_VALUE[value] ?? categoryOf(label);
  return { value, label, category, paused: category !== 'done' && AWAITING_LABEL.test(label) };
}

function categoryOf(label: string): StatusCategory {
  if (/^new$/i.test(label)) return 'new';
  return DONE_LABEL.test(label) ? 'done' : 'indeterminate';
}

/** By label where it has one that says so; else the value that the product uses. */
function pausingOf(holdReasons: readonly Choice[]): readonly string[] {
  const labelled = holdReasons.filter(({ label }) => AWAITING_LABEL.test(label));
  return labelled.length === 0 ? [AWAITING_CALLER] : labelled.map(({ value }) => value);
}
