import Button from '@atlaskit/button/new';
import { useState } from 'react';

import type { DeskComparison } from '../../../src/contract';
import { SelectField } from '../../shared/form/SelectField';
import { usePanel } from '../../shared/panel';
import { deskOptions } from '../../shared/prepare/desk-options';
import { deskPath, type ComparisonPlace } from '../place';
import { ComparisonTable } from './ComparisonTable';
import { prepareComparison, type DeskView } from './prepare-comparison';

/** Jira's own page of the app, for desks that are projects. */
const PROJECT_PAGE = 'project-page';
const NO_REFERENCE = '';

interface ComparisonFiguresProps {
  readonly comparison: DeskComparison;
  readonly place: ComparisonPlace;
  readonly change: (part: Partial<ComparisonPlace>, how?: 'push' | 'replace') => void;
  readonly openDesk: (path: string) => void;
}

export function ComparisonFigures(props: ComparisonFiguresProps) {
  const { comparison, place, change, openDesk } = props;
  const { formats, host } = usePanel();
  const { t } = formats;
  const view = prepareComparison(comparison, place, formats);
  const open = ({ key, isInJira }: DeskView): void => {
    const path = `/?days=${String(place.days)}`;
    if (isInJira) {
      void host.navigate({ target: 'module', moduleKey: PROJECT_PAGE, projectKey: key, path });
    } else {
      openDesk(deskPath(key, 'report', path));
    }
  };
  return (
    <>
      <div className="controls">
        <SelectField
          label={t('global.reference')}
          value={view.hasReference ? (place.reference ?? NO_REFERENCE) : NO_REFERENCE}
          options={[
            { value: NO_REFERENCE, label: t('global.noReference') },
            ...deskOptions(view.references),
          ]}
          onChange={(key) => change({ reference: key === NO_REFERENCE ? null : key })}
        />
        <CsvButton comparison={comparison} />
      </div>
      {view.differing !== null && <p className="notice">{view.differing}</p>}
      {view.more !== null && <p className="muted">{view.more}</p>}
      <p className="muted global-note">
        {t(view.hasReference ? 'global.referenceNote' : 'global.note')}
      </p>
      <ComparisonTable
        view={view}
        sorting={{ by: place.sort, order: place.order }}
        onSort={({ by, order }) => change({ sort: by, order }, 'replace')}
        onOpen={open}
      />
    </>
  );
}

function CsvButton({ comparison }: { readonly comparison: DeskComparison }) {
  const { formats } = usePanel();
  const [hasFailed, setHasFailed] = useState(false);
  const save = (): void => {
    setHasFailed(false);
    import('./save-comparison')
      .then(({ saveComparison }) => saveComparison(comparison))
      .catch(() => setHasFailed(true));
  };
  return (
    <>
      <Button onClick={save}>{formats.t('report.csv.save')}</Button>
      <span aria-live="polite" className="export-failed">
        {hasFailed ? formats.t('failure.notDrawn.title') : ''}
      </span>
    </>
  );
}
