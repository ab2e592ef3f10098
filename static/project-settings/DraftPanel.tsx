import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';

import type { DeskSettings, MeasurementSettings } from '../../src/contract';
import { RadioGroup } from '../shared/form/RadioGroup';
import { useTexts } from '../shared/texts/use-texts';
import { ChangeList } from './ChangeList';
import { OvertakenNotice } from './OvertakenNotice';
import { PreviewPanel } from './PreviewPanel';
import { PublishForm } from './PublishForm';
import type { ChangeView } from './settings-changes';
import type { DraftState } from './use-draft';
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
  const t = useTexts();
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
  const canPreview = changes.length > 0 && !hasProblems && !isOvertaken;
  const wanted = { settings, basedOn: draft.basedOn };
  const isFresh = isPreviewOf(preview, wanted) && !isOvertaken;

  return (
    <section className="panel panel-draft" aria-labelledby="draft-title">
      <h2 id="draft-title" className="panel-title" tabIndex={-1} ref={heading}>
        {t('settings.draft.title')}
      </h2>
      {isOvertaken && hasDraft && <OvertakenNotice desk={desk} draft={draft} />}
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

/** Whoever restores a version is taken to the draft that it became. */
function useFocusOnRestore(restoring: number | null) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(restoring);
  useEffect(() => {
    if (restoring !== null && restoring !== before.current) heading.current?.focus();
    before.current = restoring;
  }, [restoring]);
  return heading;
}
