import Button from '@atlaskit/button/new';
import { useState } from 'react';

import type { ServiceNowStatus } from '../../../src/contract';
import { usePanel } from '../../shared/panel';
import { Disconnect } from './Disconnect';

/** What is left of an earlier connection; nothing when nothing is. */
export function KeptDesks({ status }: { readonly status: ServiceNowStatus }) {
  const { formats } = usePanel();
  const { t, list } = formats;
  const [isAsked, setIsAsked] = useState(false);
  const { keptDesks, leavingDesks, connection } = status;
  return (
    <>
      {leavingDesks.length > 0 && (
        <p className="notice" role="status">
          {t('admin.servicenow.leaving', { desks: list(leavingDesks) })}
        </p>
      )}
      {keptDesks.length > 0 && (
        <section className="admin-stack" aria-labelledby="kept-title">
          <h3 id="kept-title" className="section-title">
            {t('admin.servicenow.kept.title')}
          </h3>
          <p>{t('admin.servicenow.kept.body', { desks: list(keptDesks) })}</p>
          {isAsked && (
            <Disconnect
              address={null}
              onDone={() => setIsAsked(false)}
              onCancel={() => setIsAsked(false)}
            />
          )}
          {connection === null && !isAsked && (
            <div>
              <Button onClick={() => setIsAsked(true)}>{t('admin.servicenow.kept.delete')}</Button>
            </div>
          )}
        </section>
      )}
    </>
  );
}
