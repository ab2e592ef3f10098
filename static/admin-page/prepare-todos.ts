import type {
  AdministeredDesk,
  Administration,
  ServiceNowStatus,
  TelemetryStatus,
} from '../../src/contract';
import type { Formats } from '../shared/format/formats';
import { classifiable } from './classifiable';
import { standingOf } from './desk-standing';
import { progressWords } from './history-words';
import { problemWords } from './problem-words';
import { syncProblemWords } from './servicenow/prepare-sync';
import type { AdminTab } from './tabs';
import { telemetryTrouble } from './telemetry/telemetry-trouble';

/** Something that only an administrator can do. */
export interface TodoView {
  readonly id: string;
  readonly text: string;
  readonly action: TodoAction;
}

export type TodoAction =
  | { readonly kind: 'resume'; readonly project: string; readonly label: string }
  | { readonly kind: 'tab'; readonly tab: AdminTab; readonly label: string };

/** What an administrator should know besides; null while it is not known. */
interface TodoFacts {
  readonly telemetry: TelemetryStatus | null;
  readonly serviceNow: ServiceNowStatus | null;
}

export function prepareTodos(
  administration: Administration,
  { telemetry, serviceNow }: TodoFacts,
  formats: Formats,
): readonly TodoView[] {
  const { desks, asOf, actors, usage } = administration;
  const { t } = formats;
  const asOfMs = Date.parse(asOf);
  const open = (tab: AdminTab): TodoAction => ({
    kind: 'tab',
    tab,
    label: t(`admin.todo.open.${tab}`),
  });
  const unclassified = classifiable(administration).length;
  const { unmatchedRuns, stoppedHandOffs } = telemetryTrouble(telemetry);
  const failures = usage
    .filter(({ day }) => day === asOf.slice(0, 10))
    .reduce((sum, row) => sum + row.failures, 0);
  return [
    ...desks.flatMap((desk) => todosOfDesk(desk, asOfMs, open, formats)),
    ...serviceNowTodos(serviceNow, open, formats),
    ...(desks.length > 0 && actors.every(({ kind }) => kind !== 'ai-agent')
      ? [{ id: 'no-agent', text: t('admin.todo.noAgent'), action: open('actors') }]
      : []),
    ...(unclassified === 0
      ? []
      : [
          {
            id: 'unclassified',
            text: t.plural('admin.todo.unclassified', unclassified),
            action: open('actors'),
          },
        ]),
    ...(stoppedHandOffs === 0
      ? []
      : [
          {
            id: 'hand-offs',
            text: t.plural('admin.todo.handOffs', stoppedHandOffs),
            action: open('telemetry'),
          },
        ]),
    ...(unmatchedRuns === 0
      ? []
      : [
          {
            id: 'unmatched',
            text: t.plural('admin.todo.unmatched', unmatchedRuns),
            action: open('telemetry'),
          },
        ]),
    ...(failures === 0
      ? []
      : [
          {
            id: 'failures',
            text: t.plural('admin.todo.failures', failures),
            action: open('jobs'),
          },
        ]),
  ];
}

function serviceNowTodos(
  status: ServiceNowStatus | null,
  open: (tab: AdminTab) => TodoAction,
  formats: Formats,
): readonly TodoView[] {
  const sync = status?.connection?.sync;
  const text = sync === undefined ? null : syncProblemWords(sync, status?.asOf ?? '', formats);
  return text === null ? [] : [{ id: 'servicenow', text, action: open('servicenow') }];
}

function todosOfDesk(
  desk: AdministeredDesk,
  asOfMs: number,
  open: (tab: AdminTab) => TodoAction,
  formats: Formats,
): readonly TodoView[] {
  const { t, ago } = formats;
  const { projectKey: project, name, backfill, computedAt } = desk;
  const resume: TodoAction = { kind: 'resume', project, label: t('admin.backfill.resume') };
  const values = { desk: name, progress: progressWords(backfill, formats) };
  const unreadable: readonly TodoView[] =
    backfill.ticketsUnreadable === 0
      ? []
      : [
          {
            id: `unreadable-${project}`,
            text: t.plural('admin.todo.unreadable', backfill.ticketsUnreadable, { desk: name }),
            action: open('desks'),
          },
        ];
  switch (standingOf(desk, asOfMs)) {
    case 'failed': {
      const problem = problemWords(backfill.problem, t);
      const text = t('admin.todo.failed', { ...values, problem });
      return [{ id: `failed-${project}`, text, action: resume }, ...unreadable];
    }
    case 'paused':
      return [
        { id: `paused-${project}`, text: t('admin.todo.paused', values), action: resume },
        ...unreadable,
      ];
    case 'late': {
      const text =
        computedAt === null
          ? t('admin.todo.neverComputed', values)
          : t('admin.todo.late', { ...values, ago: ago(computedAt, asOfMs) });
      return [{ id: `late-${project}`, text, action: open('jobs') }, ...unreadable];
    }
    case 'fine':
    case 'reading':
    case 'waiting':
    case 'rescoring':
      return unreadable;
  }
}
