import type { DeskEscalationPolicy } from '../../../src/contract';
import { RadioGroup } from '../../shared/form/RadioGroup';
import { SelectField } from '../../shared/form/SelectField';
import { useTexts } from '../../shared/texts/use-texts';
import { SettingsGroup } from '../SettingsGroup';
import { AddRow } from './AddRow';
import { patchedType, typeDraftIn } from './policy-draft';
import { TypePolicyForm } from './TypePolicyForm';
import type { PolicyDraftState } from './use-policy-draft';
import type { TargetChoicesState } from './use-target-choices';
import type { PolicyProblem } from './validate-policy';

interface PolicyFormProps {
  readonly desk: DeskEscalationPolicy;
  readonly draft: PolicyDraftState;
  readonly problems: readonly PolicyProblem[];
  readonly targets: TargetChoicesState;
  /** Whose policy is shown; null: that of all others. */
  readonly chosen: string | null;
  readonly onChoose: (requestType: string | null) => void;
}

/** Stands for all request types without a policy of their own; no request type has an empty name. */
const OTHERS = '';

/** Everything that decides. Nothing here holds before it is published. */
export function PolicyForm(props: PolicyFormProps) {
  const { desk, draft, problems, targets, chosen, onChoose } = props;
  const t = useTexts();
  const { needsSecondPerson, requestTypes } = draft.draft;
  const owners = requestTypes.map(({ requestType }) => requestType);
  const others = desk.seen.requestTypes.filter((name) => !owners.includes(name));
  const shown = typeDraftIn(draft.draft, chosen);
  return (
    <form className="settings-stack" onSubmit={(event) => event.preventDefault()}>
      <SettingsGroup title={t('policy.type.title')}>
        <p className="muted">{t('policy.type.hint')}</p>
        <SelectField
          label={t('policy.type.choose')}
          value={chosen ?? OTHERS}
          options={[
            { value: OTHERS, label: t('policy.type.others') },
            ...owners.map((name) => ({ value: name, label: name })),
          ]}
          onChange={(value) => onChoose(value === OTHERS ? null : value)}
        />
        {chosen !== null && (
          <div>
            <button
              type="button"
              className="link-button"
              onClick={() => {
                draft.change({
                  requestTypes: requestTypes.filter((each) => each.requestType !== chosen),
                });
                onChoose(null);
              }}
            >
              {t('policy.type.remove', { type: chosen })}
            </button>
          </div>
        )}
        <AddRow
          label={t('policy.type.add')}
          suggestions={others}
          onAdd={(requestType) => {
            if (!owners.includes(requestType)) {
              const added = { requestType, draft: shown };
              draft.change({ requestTypes: [...requestTypes, added] });
            }
            onChoose(requestType);
          }}
        />
      </SettingsGroup>
      <TypePolicyForm
        key={chosen ?? OTHERS}
        requestType={chosen}
        draft={shown}
        problems={problems}
        seenTools={desk.seen.tools}
        targets={targets}
        onChange={(patch) => draft.change(patchedType(draft.draft, chosen, patch))}
      />
      <SettingsGroup title={t('policy.secondPerson.title')}>
        <p className="muted">{t('policy.secondPerson.hint')}</p>
        <RadioGroup
          legend={t('policy.secondPerson.title')}
          isLegendHidden
          value={needsSecondPerson ? 'yes' : 'no'}
          choices={(['no', 'yes'] as const).map((value) => ({
            value,
            label: t(`policy.secondPerson.${value}`),
          }))}
          onChange={(value) => draft.change({ needsSecondPerson: value === 'yes' })}
        />
      </SettingsGroup>
    </form>
  );
}
