import { Fragment } from 'react';

import { useTexts } from '../shared/texts/use-texts';
import type { PreviewView } from './prepare-preview';

interface PreviewTableProps {
  readonly groups: PreviewView['groups'];
  /** Only what changes. */
  readonly isShort: boolean;
}

const COLUMNS = ['now', 'draft', 'difference'] as const;

export function PreviewTable({ groups, isShort }: PreviewTableProps) {
  const t = useTexts();
  const caption = t('settings.preview.table');
  const shown = groups
    .map(({ title, rows }) => ({
      title,
      rows: isShort ? rows.filter(({ isChanged }) => isChanged) : rows,
    }))
    .filter(({ rows }) => rows.length > 0);
  if (shown.length === 0) return <p>{t('settings.preview.nothing')}</p>;
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={caption}>
      <table className="table preview-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('settings.preview.column.name')}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className="cell-number">
                {t(`settings.preview.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ title, rows }) => (
            <Fragment key={title}>
              <tr>
                <th scope="colgroup" colSpan={4} className="preview-group">
                  {title}
                </th>
              </tr>
              {rows.map((row) => (
                <tr
                  key={row.id}
                  data-row={row.id}
                  className={row.isChanged ? 'preview-changed' : undefined}
                >
                  <th scope="row" title={row.definition ?? undefined}>
                    {row.name}
                  </th>
                  {COLUMNS.map((column) => (
                    <td key={column} className="cell-number">
                      {row[column]}
                    </td>
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
