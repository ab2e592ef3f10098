import Button from '@atlaskit/button/new';
import { useState } from 'react';

import type { DeskSettings, MeasurementSettings } from '../../src/contract';
import { RadioGroup } from '../shared/form/RadioGroup';
import { usePanel } from '../shared/panel';
import { ChangeList } from './ChangeList';
import { OvertakenNotice } from './OvertakenNotice';
import { PreviewPanel } from './PreviewPanel';
import { PublishForm } from './PublishForm';
import { prepareChanges, type ChangeView } from './settings-changes';
import { settingsAt, type DraftState } from './use-draft';
import { useFocusOnRestore } from './use-focus-on-restore';
import { isPreviewOf, usePreview, type PreviewDays } from './use-preview';
import { usePublish } from './use-publish';
import type { SettingsProblem } from './validate-settings';

interface DraftPanelProps {
  readonly desk: DeskSettings;
  readonly draft: DraftState;
  readonly settings: MeasurementSettings;
  readonly problems: readonly SettingsProblem[];
  readonly changes: readonly ChangeView[];
  readonly onPublished: (version: number) => void;
}

/** Draft, preview, publish: one after the other. */
export function DraftPanel(props: DraftPanelProps) {
  const { desk, draft, settings, problems, changes, onPublished } = props;
  const { formats } = usePanel();
  const { t } = formats;
  const { key: project } = desk.desk;
  const [days, setDays] = useState<PreviewDays>(30);
  const { preview, start, forget } = usePreview(project);
  const heading = useFocusOnRestore(draft.restoring);
  const publish = usePublish((version) => {
    forget();
    onPublished(version);
  });

  const hasProblems = problems.length > 0;
  const hasDraft = changes.length > 0 || hasProblems;
  // What is published here is no other person's.
  const isOvertaken = draft.isOvertaken && !publish.isRunning;
  const base = settingsAt(desk, draft.basedOn);
  const canPreview = changes.length > 0 && !hasProblems && !isOvertaken;
  const wanted = { settings, basedOn: draft.basedOn };
  const isFresh = isPreviewOf(preview, wanted) && !isOvertaken;

  return (
    <section className="panel panel-draft" aria-labelledby="draft-title">
      <h2 id="draft-title" className="panel-title" tabIndex={-1} ref={heading}>
        {t('settings.draft.title')}
      </h2>
      {isOvertaken && hasDraft && (
        <OvertakenNotice
          version={desk.version}
          basedOn={draft.basedOn}
          since={base === null ? [] : prepareChanges(base, desk.settings, formats)}
          onFollow={draft.follow}
        />
      )}
      {!hasDraft && <p className="muted">{t('settings.draft.none')}</p>}
      {changes.length > 0 && (
        <>
          <p>
            {t.plural('settings.draft.changes', changes.length)}
            {draft.restoring !== null &&
              ` ${t('settings.draft.restoring', { version: draft.restoring })}`}
          </p>
          <ChangeList changes={changes} />
        </>
      )}
      {hasProblems && (
        <p className="field-error" role="status">
          {t.plural('settings.draft.problems', problems.length)}
          {problems.some(({ field }) => field === 'settings') &&
            ` ${t('settings.problem.tooLong')}`}
        </p>
      )}
      {hasDraft && (
        <>
          <RadioGroup
            legend={t('settings.preview.period')}
            isInline
            value={days === 30 ? '30' : '90'}
            choices={(['30', '90'] as const).map((value) => ({
              value,
              label: t.plural('settings.preview.lastDays', Number(value)),
            }))}
            onChange={(value) => setDays(value === '30' ? 30 : 90)}
          />
          <div className="form-actions">
            <Button
              appearance={isFresh ? 'default' : 'primary'}
              isDisabled={!canPreview || preview.status === 'starting'}
              onClick={() => start({ ...wanted, periodDays: days })}
            >
              {t('settings.preview.start')}
            </Button>
            <Button
              appearance="subtle"
              onClick={() => {
                forget();
                draft.discard();
              }}
            >
              {t('settings.draft.discard')}
            </Button>
          </div>
          <PreviewPanel preview={preview} isFresh={isFresh} changes={changes} desk={desk}>
            <PublishForm
              desk={desk}
              draft={draft}
              settings={settings}
              changes={changes}
              publish={publish}
            />
          </PreviewPanel>
        </>
      )}
    </section>
  );
}
