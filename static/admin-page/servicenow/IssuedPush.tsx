import Button from '@atlaskit/button/new';
import { useEffect, useId, useRef } from 'react';

import type { IssuedPushSecret } from '../../../src/contract';
import { CopyField } from '../../shared/form/CopyField';
import { useTexts } from '../../shared/texts/use-texts';

interface IssuedPushProps {
  readonly issued: IssuedPushSecret;
  readonly onKept: () => void;
}

const STEPS = ['create', 'when', 'script', 'delete'] as const;

/** A secret that is shown this once, in the script that uses it. Takes the focus: it must not be missed. */
export function IssuedPush({ issued, onKept }: IssuedPushProps) {
  const t = useTexts();
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [issued]);
  return (
    <section className="confirm" role="group" aria-labelledby={titleId}>
      <h4 id={titleId} ref={heading} className="part-title" tabIndex={-1}>
        {t('admin.servicenow.issued.title')}
      </h4>
      <p>{t('admin.servicenow.issued.body')}</p>
      <ol className="bullets steps">
        {STEPS.map((step) => (
          <li key={step}>{t(`admin.servicenow.issued.${step}`)}</li>
        ))}
      </ol>
      <CopyField
        label={t('admin.servicenow.issued.scriptLabel')}
        hint={t('admin.servicenow.issued.scriptHint')}
        value={issued.script}
        copyLabel={t('admin.servicenow.issued.copyScript')}
      />
      <CopyField
        label={t('admin.servicenow.issued.secret')}
        hint={t('admin.servicenow.issued.secretHint')}
        value={issued.secret}
        copyLabel={t('admin.servicenow.issued.copySecret')}
      />
      <div className="form-actions">
        <Button appearance="primary" onClick={onKept}>
          {t('admin.token.kept')}
        </Button>
      </div>
    </section>
  );
}
