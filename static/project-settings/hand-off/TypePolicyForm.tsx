import { CheckList } from '../../shared/form/CheckList';
import { RadioGroup } from '../../shared/form/RadioGroup';
import { TextField } from '../../shared/form/TextField';
import { RISK_CLASSES } from '../../../src/contract/catalogue';
import { useTexts } from '../../shared/texts/use-texts';
import { optionsOf } from '../options-of';
import { SettingsGroup } from '../SettingsGroup';
import { AddRow } from './AddRow';
import type { TypeDraft } from './policy-draft';
import { TargetFields } from './TargetFields';
import type { TargetChoicesState } from './use-target-choices';
import type { PolicyProblem } from './validate-policy';

interface TypePolicyFormProps {
  /** null: of all others. */
  readonly requestType: string | null;
  readonly draft: TypeDraft;
  readonly problems: readonly PolicyProblem[];
  readonly seenTools: readonly string[];
  readonly targets: TargetChoicesState;
  readonly onChange: (patch: Partial<TypeDraft>) => void;
}

/** What decides about tickets of one request type, or of all others. */
export function TypePolicyForm(props: TypePolicyFormProps) {
  const { requestType, draft, problems, seenTools, targets, onChange } = props;
  const t = useTexts();
  const problemOf = (field: PolicyProblem['field']): string | null =>
    problems.some((each) => each.requestType === requestType && each.field === field)
      ? t(`policy.problem.${field}`)
      : null;
  return (
    <>
      <SettingsGroup title={t('policy.group.decision')}>
        <RadioGroup
          legend={t('policy.field.riskClass')}
          value={draft.riskClass}
          choices={RISK_CLASSES.map((value) => ({
            value,
            label: t(`policy.risk.${value}`),
            description: t(`policy.riskMeaning.${value}`),
          }))}
          onChange={(riskClass) => onChange({ riskClass })}
        />
        <div className="policy-fields">
          <TextField
            label={t('policy.input.threshold')}
            hint={t('policy.input.thresholdHint')}
            error={problemOf('confidenceThreshold')}
            inputMode="numeric"
            maxLength={16}
            value={draft.thresholdPercent}
            onChange={(thresholdPercent) => onChange({ thresholdPercent })}
          />
          <TextField
            label={t('policy.input.attempts')}
            hint={t('policy.input.attemptsHint')}
            error={problemOf('maximumAttempts')}
            inputMode="numeric"
            maxLength={16}
            value={draft.attempts}
            onChange={(attempts) => onChange({ attempts })}
          />
          <TextField
            label={t('policy.input.minutes')}
            hint={t('policy.input.minutesHint')}
            error={problemOf('maximumTimeMs')}
            inputMode="numeric"
            maxLength={24}
            value={draft.minutes}
            onChange={(minutes) => onChange({ minutes })}
          />
        </div>
        <RadioGroup
          legend={t('policy.field.allowedTools')}
          value={draft.hasToolList ? 'listed' : 'all'}
          choices={(['all', 'listed'] as const).map((value) => ({
            value,
            label: t(value === 'all' ? 'policy.tools.any' : 'policy.tools.listed'),
          }))}
          onChange={(value) => onChange({ hasToolList: value === 'listed' })}
        />
        {draft.hasToolList && (
          <>
            <CheckList
              legend={t('policy.tools.listed')}
              options={optionsOf(seenTools, draft.tools, t('policy.tools.unseen'))}
              selected={draft.tools}
              onChange={(tools) => onChange({ tools })}
            />
            <AddRow
              label={t('policy.tools.add')}
              suggestions={[]}
              onAdd={(tool) => onChange({ tools: [...new Set([...draft.tools, tool])] })}
            />
          </>
        )}
      </SettingsGroup>
      <SettingsGroup title={t('policy.group.target')}>
        <p className="muted">{t('policy.targetHint')}</p>
        <TargetFields
          draft={draft}
          targets={targets}
          labelProblem={problemOf('label')}
          onChange={onChange}
        />
      </SettingsGroup>
      <SettingsGroup title={t('policy.group.costs')}>
        <p className="muted">{t('policy.costsHint')}</p>
        <div className="policy-fields">
          <TextField
            label={t('policy.input.wrongResolution')}
            error={problemOf('costs')}
            inputMode="numeric"
            maxLength={16}
            value={draft.wrongResolutionCost}
            onChange={(wrongResolutionCost) => onChange({ wrongResolutionCost })}
          />
          <TextField
            label={t('policy.input.handOff')}
            inputMode="numeric"
            maxLength={16}
            isInvalid={problemOf('costs') !== null}
            value={draft.handOffCost}
            onChange={(handOffCost) => onChange({ handOffCost })}
          />
        </div>
      </SettingsGroup>
    </>
  );
}
