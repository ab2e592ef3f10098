import Button from '@atlaskit/button/new';
import { useState } from 'react';

import type { IssuedPushSecret, NoInput } from '../../../src/contract';
import { ActFailure } from '../../shared/form/ActFailure';
import { ConfirmPanel } from '../../shared/form/ConfirmPanel';
import { usePanel } from '../../shared/panel';
import { usePanelAct } from '../../shared/use-panel-act';
import { IssuedPush } from './IssuedPush';
import type { Connection } from './use-mapping-draft';

/** Lets the instance tell of changes by itself, so that they arrive in seconds. */
export function PushSection({ push }: Pick<Connection, 'push'>) {
  const { client, formats } = usePanel();
  const { t, dateTime } = formats;
  const [isAsked, setIsAsked] = useState(false);
  /** In this page's memory alone, until somebody says that they have kept it. */
  const [issued, setIssued] = useState<IssuedPushSecret | null>(null);
  const issue = usePanelAct(
    (input: NoInput) => client.issueServiceNowPushSecret(input),
    (answer) => {
      setIsAsked(false);
      setIssued(answer);
    },
  );
  const hasSecret = push.issuedAt !== null;
  return (
    <section className="admin-stack" aria-labelledby="push-title">
      <h3 id="push-title" className="section-title">
        {t('admin.servicenow.push.title')}
      </h3>
      <p className="muted">{t('admin.servicenow.push.body')}</p>
      {issued !== null && <IssuedPush issued={issued} onKept={() => setIssued(null)} />}
      {isAsked && (
        <ConfirmPanel
          {...t.message('admin.servicenow.pushAgain')}
          confirmLabel={t('admin.servicenow.push.issue')}
          isRunning={issue.isRunning}
          failure={issue.failure}
          subject="administration"
          onCancel={() => setIsAsked(false)}
          onConfirm={() => issue.run({})}
        />
      )}
      <p>
        {push.issuedAt === null
          ? t('admin.servicenow.push.off')
          : t('admin.servicenow.push.on', { at: dateTime(push.issuedAt) })}
      </p>
      {!isAsked && issue.failure !== null && (
        <ActFailure failure={issue.failure} subject="administration" />
      )}
      <div>
        <Button
          isDisabled={issue.isRunning || issued !== null}
          onClick={() => {
            if (hasSecret) setIsAsked(true);
            else issue.run({});
          }}
        >
          {t(hasSecret ? 'admin.servicenow.push.renew' : 'admin.servicenow.push.issue')}
        </Button>
      </div>
    </section>
  );
}
