import type { ServiceNowChoices } from '../../../src/contract';
import { CheckList } from '../../shared/form/CheckList';
import { RadioGroup } from '../../shared/form/RadioGroup';
import { useTexts } from '../../shared/texts/use-texts';
import { chosenGroups, groupOptions } from './check-options';
import { MOST_GROUPS, type MappingDraft } from './mapping-draft';

interface ScopeFieldsProps {
  readonly draft: MappingDraft;
  readonly choices: ServiceNowChoices | null;
  readonly onChange: (patch: Partial<MappingDraft>) => void;
}

const SCOPES = ['instance', 'groups'] as const;

/** One desk for all incidents, or one for each of some groups. */
export function ScopeFields({ draft, choices, onChange }: ScopeFieldsProps) {
  const t = useTexts();
  const options = groupOptions(draft, choices, t);
  return (
    <>
      <RadioGroup
        legend={t('admin.servicenow.scope.title')}
        isLegendHidden
        value={draft.scope}
        choices={SCOPES.map((value) => ({
          value,
          label: t(`admin.servicenow.scope.${value}`),
          description: t(`admin.servicenow.scopeHint.${value}`, { most: MOST_GROUPS }),
        }))}
        onChange={(scope) => onChange({ scope })}
      />
      {draft.scope === 'groups' && (
        <>
          <CheckList
            legend={t('admin.servicenow.scope.groups')}
            options={options}
            selected={draft.groups.map(({ sysId }) => sysId)}
            onChange={(chosen) => onChange({ groups: chosenGroups(chosen, options) })}
          />
          {choices?.hasMoreGroups === true && (
            <p className="field-hint">{t('admin.servicenow.scope.moreGroups')}</p>
          )}
        </>
      )}
    </>
  );
}
