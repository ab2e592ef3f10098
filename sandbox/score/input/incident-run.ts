import type { IncidentLogRow } from '../../../src/adapters/servicenow/incident-log/translate-incident';
import { epochMs } from '../../../src/domain/time';

/** The columns of a row that are used, as text; times are epoch milliseconds. */
export interface ReadRow {
  readonly number: string;
  readonly state: string;
  readonly updatedBy: string;
  readonly updatedAtMs: number;
  readonly openedAtMs: number;
  readonly resolvedAtMs: number | null;
  readonly requester: string | null;
  readonly category: string | null;
  readonly priority: string | null;
  readonly assignmentGroup: string | null;
  readonly assignedTo: string | null;
}

type Step = readonly [
  atMs: number,
  state: string,
  by: string,
  group: string | null,
  assignee: string | null,
];
type Packed = readonly [
  line: number,
  openedAtMs: number,
  resolvedAtMs: number | null,
  requester: string | null,
  category: string | null,
  priority: string | null,
  steps: readonly Step[],
];

/**
 * Neighbouring rows of one incident, kept as short as their timeline allows: rows between the first
 * and the last that change neither state, group nor assignee say nothing. Times are held when the
 * clock runs backwards, as the translation does, so that nothing is lost with a row left out.
 */
export class IncidentRun {
  readonly number: string;
  readonly #line: number;
  readonly #openedAtMs: number;
  readonly #steps: Step[] = [];
  #last: ReadRow;
  #clockMs: number;

  constructor(line: number, first: ReadRow) {
    this.number = first.number;
    this.#line = line;
    this.#openedAtMs = first.openedAtMs;
    this.#clockMs = first.openedAtMs;
    this.#last = first;
    this.#hold(first);
    this.#keep(first);
  }

  add(row: ReadRow): void {
    const before = this.#last;
    this.#last = row;
    this.#hold(row);
    const isChange =
      row.state !== before.state ||
      row.assignmentGroup !== before.assignmentGroup ||
      row.assignedTo !== before.assignedTo;
    if (isChange) this.#keep(row);
  }

  /** Time of the latest row, held. */
  get clockMs(): number {
    return this.#clockMs;
  }

  /** One line of text. */
  pack(): string {
    const { resolvedAtMs, requester, category, priority } = this.#last;
    const isLastKept = this.#steps.at(-1)?.[0] === this.#clockMs;
    if (!isLastKept) this.#keep(this.#last);
    const packed: Packed = [
      this.#line,
      this.#openedAtMs,
      resolvedAtMs,
      requester,
      category,
      priority,
      this.#steps,
    ];
    return JSON.stringify(packed);
  }

  #hold(row: ReadRow): void {
    this.#clockMs = Math.max(this.#clockMs, row.updatedAtMs);
  }

  #keep({ state, updatedBy, assignmentGroup, assignedTo }: ReadRow): void {
    this.#steps.push([this.#clockMs, state, updatedBy, assignmentGroup, assignedTo]);
  }
}

/** The runs of one incident, in file order → its rows, and the line on which it began. */
export function unpackRuns(texts: readonly string[]): {
  readonly line: number;
  readonly rows: readonly IncidentLogRow[];
} {
  const runs = texts.map((text) => JSON.parse(text) as Packed);
  const rows = runs.flatMap(
    ([, openedAtMs, resolvedAtMs, requester, category, priority, steps]): IncidentLogRow[] =>
      steps.map(([atMs, state, updatedBy, assignmentGroup, assignedTo]) => ({
        state,
        updatedBy,
        updatedAt: epochMs(atMs),
        openedAt: epochMs(openedAtMs),
        resolvedAt: resolvedAtMs === null ? null : epochMs(resolvedAtMs),
        requester,
        category,
        priority,
        assignmentGroup,
        assignedTo,
      })),
  );
  return { line: runs[0]?.[0] ?? 0, rows };
}
