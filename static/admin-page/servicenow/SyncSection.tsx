import type { ServiceNowStatus } from '../../../src/contract';
import { usePanel } from '../../shared/panel';
import { prepareSync } from './prepare-sync';
import type { Connection } from './use-mapping-draft';

interface SyncSectionProps {
  readonly connection: Connection;
  readonly asOf: ServiceNowStatus['asOf'];
}

/** Does the app follow what changes on the instance? */
export function SyncSection({ connection, asOf }: SyncSectionProps) {
  const { formats } = usePanel();
  const { t } = formats;
  const { facts, problem } = prepareSync(connection, asOf, formats);
  return (
    <section className="admin-stack" aria-labelledby="sync-title">
      <h3 id="sync-title" className="section-title">
        {t('admin.servicenow.sync.title')}
      </h3>
      {problem !== null && (
        <p className="act-failure" role="alert" data-sync-problem>
          {problem}
        </p>
      )}
      <dl className="facts">
        {facts.map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
