import type { Administration } from '../../src/contract';
import { Message } from '../shared/components/Message';
import { usePanel } from '../shared/panel';
import { CostTable } from './CostTable';
import { POINTS_PER_HOUR, prepareCost } from './prepare-cost';

/** What background work uses of what Jira and Forge give. */
export function CostTab({ administration }: { readonly administration: Administration }) {
  const { formats } = usePanel();
  const { t } = formats;
  const view = prepareCost(administration, formats);
  if (view === null) return <Message {...t.message('admin.cost.empty')} />;
  return (
    <>
      <p className="cost-summary">{view.summary}</p>
      <p className="muted">{t('admin.cost.points', { points: POINTS_PER_HOUR })}</p>
      <p className="muted">{t('admin.cost.unmetered')}</p>
      {(['days', 'kinds'] as const).map((by) => (
        <div key={by} className="admin-stack">
          <h2 className="section-title">{t(`admin.cost.by.${by}`)}</h2>
          <CostTable caption={t(`admin.cost.by.${by}`)} firstColumn={by} rows={view[by]} />
        </div>
      ))}
    </>
  );
}
