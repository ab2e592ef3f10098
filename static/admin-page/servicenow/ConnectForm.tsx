import Button from '@atlaskit/button/new';
import { useState } from 'react';

import { ActFailure } from '../../shared/form/ActFailure';
import { useTexts } from '../../shared/texts/use-texts';
import { CheckResults } from './CheckResults';
import { connectionOf, emptyFields, type ConnectionEntry } from './connection-entry';
import { ConnectionFields } from './ConnectionFields';
import { useConnecting } from './use-connecting';

interface ConnectFormProps {
  readonly initial: ConnectionEntry;
  /** Of a connection that is there: its credentials change. */
  readonly isChange: boolean;
  readonly onConnected: () => void;
  /** Left out where there is nothing to go back to. */
  readonly onCancel?: () => void;
}

/** Test, then connect: what is missing is said before anything is stored. */
export function ConnectForm({ initial, isChange, onConnected, onCancel }: ConnectFormProps) {
  const t = useTexts();
  const [entry, setEntry] = useState(initial);
  const [isTried, setIsTried] = useState(false);
  const connecting = useConnecting(onConnected);
  const { running, failure, checks } = connecting;
  const act = (what: 'test' | 'connect') => (): void => {
    setIsTried(true);
    const input = connectionOf(entry);
    if (input !== null) connecting.run(what, input);
  };
  const kind = isChange ? 'change' : 'connect';

  return (
    <div className="confirm">
      <h3 className="confirm-title">{t(`admin.servicenow.${kind}.title`)}</h3>
      <p>{t(`admin.servicenow.${kind}.body`)}</p>
      <div className="connection-fields">
        <ConnectionFields
          entry={entry}
          missing={isTried ? emptyFields(entry) : []}
          isAddressFixed={isChange}
          onChange={(next) => {
            setEntry(next);
            connecting.forget();
          }}
        />
      </div>
      {failure !== null && <ActFailure failure={failure} subject="administration" />}
      {connecting.isDisapproved && (
        <p className="act-failure" role="alert">
          {t('admin.servicenow.disapproved')}
        </p>
      )}
      {checks !== null && <CheckResults checks={checks} />}
      <div className="form-actions">
        <Button isDisabled={running !== null} onClick={act('test')}>
          {running === 'test' ? t('admin.servicenow.test.running') : t('admin.servicenow.test.run')}
        </Button>
        <Button appearance="primary" isDisabled={running !== null} onClick={act('connect')}>
          {running === 'connect' ? t('form.running') : t(`admin.servicenow.${kind}.run`)}
        </Button>
        {onCancel !== undefined && (
          <Button appearance="subtle" isDisabled={running !== null} onClick={onCancel}>
            {t('form.cancel')}
          </Button>
        )}
      </div>
    </div>
  );
}
