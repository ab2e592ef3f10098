import Button from '@atlaskit/button/new';
import { useEffect, useId, useRef } from 'react';

import { CopyField } from '../../shared/form/CopyField';
import { useTexts } from '../../shared/texts/use-texts';
import { exporterSettings } from './exporter-settings';

interface IssuedTokenProps {
  readonly token: string;
  /** null when the platform gives no address. */
  readonly endpoint: string | null;
  readonly onKept: () => void;
}

/** A secret that is shown this once. Takes the focus: it must not be missed. */
export function IssuedToken({ token, endpoint, onKept }: IssuedTokenProps) {
  const t = useTexts();
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [token]);
  return (
    <section className="confirm" role="group" aria-labelledby={titleId}>
      <h3 id={titleId} ref={heading} className="confirm-title" tabIndex={-1}>
        {t('admin.token.title')}
      </h3>
      <p>{t('admin.token.body')}</p>
      <CopyField
        label={t('admin.token.token')}
        hint={t('admin.token.tokenHint')}
        value={token}
        copyLabel={t('admin.token.copy')}
      />
      {endpoint !== null && (
        <CopyField
          label={t('admin.token.settings')}
          value={exporterSettings(endpoint, token)}
          copyLabel={t('admin.token.copySettings')}
        />
      )}
      <div className="form-actions">
        <Button appearance="primary" onClick={onKept}>
          {t('admin.token.kept')}
        </Button>
      </div>
    </section>
  );
}
