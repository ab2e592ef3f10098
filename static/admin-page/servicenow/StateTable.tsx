import type { ServiceNowChoices, StateMeaning } from '../../../src/contract';
import { DataTable } from '../../shared/table/DataTable';
import { useTexts } from '../../shared/texts/use-texts';
import { statesShown, withState, type MappingDraft } from './mapping-draft';

interface StateTableProps {
  readonly draft: MappingDraft;
  readonly choices: ServiceNowChoices | null;
  readonly onChange: (patch: Partial<MappingDraft>) => void;
}

const COLUMNS = ['state', 'category', 'paused'] as const;
const CATEGORIES = ['new', 'indeterminate', 'done'] as const;

/** What each state of an incident means. */
export function StateTable({ draft, choices, onChange }: StateTableProps) {
  const t = useTexts();
  const change = (state: StateMeaning): void =>
    onChange({ states: withState(draft.states, state) });
  return (
    <DataTable
      caption={t('admin.servicenow.states.title')}
      columns={COLUMNS.map((key) => ({ key, label: t(`admin.servicenow.states.column.${key}`) }))}
      rows={statesShown(draft, choices).map((state) => ({
        key: state.value,
        cells: {
          state: (
            <span className="cell-stack">
              {state.label}
              <span className="muted">
                {t('admin.servicenow.states.value', { value: state.value })}
              </span>
            </span>
          ),
          category: (
            <select
              className="select cell-choice"
              aria-label={t('admin.servicenow.states.categoryOf', { state: state.label })}
              value={state.category}
              onChange={({ target }) => {
                const category = CATEGORIES.find((each) => each === target.value);
                if (category !== undefined) change({ ...state, category });
              }}
            >
              {CATEGORIES.map((category) => (
                <option key={category} value={category}>
                  {t(`admin.servicenow.category.${category}`)}
                </option>
              ))}
            </select>
          ),
          paused: (
            <label className="choice">
              <input
                type="checkbox"
                checked={state.paused}
                disabled={state.category === 'done'}
                onChange={() => change({ ...state, paused: !state.paused })}
              />
              <span>
                {t('admin.servicenow.states.waits')}
                <span className="visually-hidden"> {state.label}</span>
              </span>
            </label>
          ),
        },
      }))}
    />
  );
}
