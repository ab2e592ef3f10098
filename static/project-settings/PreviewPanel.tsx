import ProgressBar from '@atlaskit/progress-bar';
import SectionMessage from '@atlaskit/section-message';
import type { ReactNode } from 'react';

import type { DeskSettings } from '../../src/contract';
import { ActFailure } from '../shared/form/ActFailure';
import { usePanel } from '../shared/panel';
import { preparePreview } from './prepare-preview';
import { PreviewResultView } from './PreviewResultView';
import { prepareChanges, type ChangeView } from './settings-changes';
import type { Preview } from './use-preview';

interface PreviewPanelProps {
  readonly preview: Preview;
  /** It is of the draft as it is, against what holds. */
  readonly isFresh: boolean;
  readonly changes: readonly ChangeView[];
  readonly desk: DeskSettings;
  /** What can be done with a preview that is fresh. */
  readonly children: ReactNode;
}

export function PreviewPanel({ preview, isFresh, changes, desk, children }: PreviewPanelProps) {
  const { formats } = usePanel();
  const { t } = formats;
  switch (preview.status) {
    case 'none':
      return <p className="muted">{t('settings.preview.none')}</p>;
    case 'starting':
      return <p role="status">{t('settings.preview.starting')}</p>;
    case 'superseded':
      return (
        <div role="status">
          <SectionMessage appearance="warning">{t('settings.preview.superseded')}</SectionMessage>
        </div>
      );
    case 'failed':
      return <ActFailure failure={preview.failure} subject="settings" />;
    case 'running': {
      const { done, total } = preview;
      const words = t.plural('settings.preview.running', total, { done });
      return (
        <div role="status">
          <p>{words}</p>
          <ProgressBar value={total === 0 ? 0 : done / total} ariaLabel={words} />
        </div>
      );
    }
    case 'done': {
      const { asked, result } = preview;
      const of = isFresh ? changes : prepareChanges(desk.settings, asked.settings, formats);
      const { windowHours } = asked.settings.definition;
      return (
        <div className={isFresh ? undefined : 'stale'}>
          {!isFresh && (
            <p className="notice" role="status">
              {t('settings.preview.stale')}
            </p>
          )}
          <PreviewResultView view={preparePreview(result, of, windowHours, formats)}>
            {isFresh && children}
          </PreviewResultView>
        </div>
      );
    }
  }
}
