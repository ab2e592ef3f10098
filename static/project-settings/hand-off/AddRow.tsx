import Button from '@atlaskit/button/new';
import { useId, useState } from 'react';

import { Field } from '../../shared/form/Field';
import { useTexts } from '../../shared/texts/use-texts';

interface AddRowProps {
  readonly label: string;
  /** Names that can be expected; any other can be typed. */
  readonly suggestions: readonly string[];
  readonly onAdd: (name: string) => void;
}

const MAX_NAME = 255;

/** Adds a name to a list. */
export function AddRow({ label, suggestions, onAdd }: AddRowProps) {
  const t = useTexts();
  const id = useId();
  const [name, setName] = useState('');
  const wanted = name.trim();
  const add = (): void => {
    if (wanted === '') return;
    onAdd(wanted);
    setName('');
  };
  return (
    <div className="add-row">
      <Field id={id} label={label}>
        <input
          id={id}
          type="text"
          className="input"
          list={`${id}-names`}
          autoComplete="off"
          maxLength={MAX_NAME}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={({ key }) => {
            if (key === 'Enter') add();
          }}
        />
        <datalist id={`${id}-names`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      </Field>
      <Button isDisabled={wanted === ''} onClick={add}>
        {t('policy.add')}
        <span className="visually-hidden"> {label}</span>
      </Button>
    </div>
  );
}
