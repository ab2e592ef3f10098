import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';

import { DataTable } from '../../shared/table/DataTable';
import { useTexts } from '../../shared/texts/use-texts';
import type { CredentialTask } from './credential-task';
import type { CredentialRowView } from './prepare-telemetry';

interface CredentialTableProps {
  readonly rows: readonly CredentialRowView[];
  /** A token is on the screen: it goes first. */
  readonly isBusy: boolean;
  readonly onTask: (task: CredentialTask) => void;
}

const COLUMNS = ['label', 'agent', 'state', 'lastUsed', 'created', 'actions'] as const;
const ACTIONS = ['rotate', 'revoke'] as const;

export function CredentialTable({ rows, isBusy, onTask }: CredentialTableProps) {
  const t = useTexts();
  if (rows.length === 0) return <p>{t('admin.credentials.none')}</p>;
  return (
    <DataTable
      caption={t('admin.credentials.title')}
      columns={COLUMNS.map((key) => ({ key, label: t(`admin.credentials.column.${key}`) }))}
      rows={rows.map((row) => ({
        key: row.credentialId,
        cells: {
          label: row.label,
          agent: row.agent,
          state: (
            <div className="cell-stack">
              <Lozenge appearance={row.status.appearance}>{row.status.label}</Lozenge>
              {row.note !== null && <span className="muted">{row.note}</span>}
            </div>
          ),
          lastUsed: <span title={row.lastUsed.exact ?? undefined}>{row.lastUsed.text}</span>,
          created: (
            <div className="cell-stack">
              <span title={row.created.exact ?? undefined}>{row.created.text}</span>
              <span className="muted">{row.createdBy}</span>
            </div>
          ),
          actions: row.isRevoked ? null : (
            <div className="row-actions">
              {ACTIONS.map((kind) => (
                <Button
                  key={kind}
                  spacing="compact"
                  isDisabled={isBusy}
                  aria-label={t(`admin.credentials.${kind}Of`, { label: row.label })}
                  onClick={() => onTask({ kind, credentialId: row.credentialId, label: row.label })}
                >
                  {t(`admin.credentials.${kind}`)}
                </Button>
              ))}
            </div>
          ),
        },
      }))}
    />
  );
}
