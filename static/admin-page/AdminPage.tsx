import { QueryGate } from '../shared/components/QueryGate';
import { usePanel } from '../shared/panel';
import { usePanelLocation } from '../shared/routing/use-panel-location';
import { useTexts } from '../shared/texts/use-texts';
import { usePanelQuery } from '../shared/use-panel-query';
import { AdminContent } from './AdminContent';
import { AdminSkeleton } from './AdminSkeleton';

/** A history that is being read moves on while somebody looks. */
const POLL_MS = 5_000;

/** Is all well, and what needs an administrator? */
export function AdminPage() {
  const { client } = usePanel();
  const t = useTexts();
  const routing = usePanelLocation();
  const query = usePanelQuery(['administration'], () => client.readAdministration({}), {
    pollMs: POLL_MS,
  });
  return (
    <main className="page">
      <h1 className="page-title">{t('admin.title')}</h1>
      <QueryGate query={query} subject="administration" skeleton={<AdminSkeleton />}>
        {(administration) =>
          routing === null ? (
            <div role="status" aria-label={t('common.loading')}>
              <AdminSkeleton />
            </div>
          ) : (
            <AdminContent administration={administration} routing={routing} />
          )
        }
      </QueryGate>
    </main>
  );
}
