import { useState } from 'react';

import type { DeskEscalationPolicy } from '../../../src/contract';
import { RadioGroup } from '../../shared/form/RadioGroup';
import { SelectField } from '../../shared/form/SelectField';
import { useTexts } from '../../shared/texts/use-texts';
import { SettingsGroup } from '../SettingsGroup';
import { AddRow } from './AddRow';
import type { TypeDraft } from './policy-draft';
import { TypePolicyForm } from './TypePolicyForm';
import type { PolicyDraftState } from './use-policy-draft';
import type { TargetChoicesState } from './use-target-choices';
import type { PolicyProblem } from './validate-policy';

interface PolicyFormProps {
  readonly desk: DeskEscalationPolicy;
  readonly draft: PolicyDraftState;
  readonly problems: readonly PolicyProblem[];
  readonly targets: TargetChoicesState;
}

/** Stands for all request types without a policy of their own; no request type has an empty name. */
const OTHERS = '';

/** Everything that decides. Nothing here holds before it is published. */
export function PolicyForm({ desk, draft, problems, targets }: PolicyFormProps) {
  const t = useTexts();
  const [chosen, setChosen] = useState(OTHERS);
  const { needsSecondPerson, fallback, requestTypes } = draft.draft;
  const own = requestTypes.find(({ requestType }) => requestType === chosen);
  const owners = requestTypes.map(({ requestType }) => requestType);
  const others = desk.seen.requestTypes.filter((name) => !owners.includes(name));
  const change = (patch: Partial<TypeDraft>): void =>
    draft.change(
      own === undefined
        ? { fallback: { ...fallback, ...patch } }
        : {
            requestTypes: requestTypes.map((each) =>
              each === own ? { ...own, draft: { ...own.draft, ...patch } } : each,
            ),
          },
    );
  return (
    <form className="settings-stack" onSubmit={(event) => event.preventDefault()}>
      <SettingsGroup title={t('policy.type.title')}>
        <p className="muted">{t('policy.type.hint')}</p>
        <SelectField
          label={t('policy.type.choose')}
          value={own === undefined ? OTHERS : chosen}
          options={[
            { value: OTHERS, label: t('policy.type.others') },
            ...owners.map((name) => ({ value: name, label: name })),
          ]}
          onChange={setChosen}
        />
        {own !== undefined && (
          <div>
            <button
              type="button"
              className="link-button"
              onClick={() => {
                draft.change({ requestTypes: requestTypes.filter((each) => each !== own) });
                setChosen(OTHERS);
              }}
            >
              {t('policy.type.remove', { type: own.requestType })}
            </button>
          </div>
        )}
        <AddRow
          label={t('policy.type.add')}
          suggestions={others}
          onAdd={(requestType) => {
            if (!owners.includes(requestType)) {
              const added = { requestType, draft: own?.draft ?? fallback };
              draft.change({ requestTypes: [...requestTypes, added] });
            }
            setChosen(requestType);
          }}
        />
      </SettingsGroup>
      <TypePolicyForm
        key={own?.requestType ?? OTHERS}
        project={desk.desk.key}
        requestType={own?.requestType ?? null}
        draft={own?.draft ?? fallback}
        problems={problems}
        seenTools={desk.seen.tools}
        targets={targets}
        onChange={change}
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
