import type { Administration } from '../../src/contract';
import { usePanel } from '../shared/panel';
import { DataTable } from '../shared/table/DataTable';
import { prepareJobs } from './prepare-jobs';

const COLUMNS = ['work', 'lastRun', 'runs', 'failures', 'failuresToday', 'meanDuration'] as const;
const NUMBERS: readonly string[] = ['runs', 'failures', 'failuresToday', 'meanDuration'];

/** What is late, what waits, and why. */
export function JobsTab({ administration }: { readonly administration: Administration }) {
  const { formats } = usePanel();
  const { t } = formats;
  const { desks, rows } = prepareJobs(administration, formats);
  return (
    <>
      <div className="admin-stack">
        <h2 className="section-title">{t('admin.jobs.desks')}</h2>
        {desks.length === 0 && <p className="muted">{t('admin.health.noDesks')}</p>}
        <div className="desk-health">
          {desks.map(({ project, name, sentences }) => (
            <article key={project} className="panel" data-desk={project}>
              <h3 className="panel-title">{name}</h3>
              <ul>
                {sentences.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </article>
          ))}
        </div>
      </div>
      <div className="admin-stack">
        <h2 className="section-title">{t('admin.jobs.work')}</h2>
        <p className="muted">{t('admin.jobs.workHint')}</p>
        {rows.length === 0 ? (
          <p>{t('admin.jobs.none')}</p>
        ) : (
          <DataTable
            caption={t('admin.jobs.work')}
            columns={COLUMNS.map((key) => ({
              key,
              label: t(`admin.jobs.column.${key}`),
              isNumber: NUMBERS.includes(key),
            }))}
            rows={rows.map((row) => ({
              key: row.work,
              cells: {
                ...row,
                failures: row.hasFailures ? <strong>{row.failures}</strong> : row.failures,
              },
            }))}
          />
        )}
      </div>
    </>
  );
}
