import { CheckList } from '../shared/form/CheckList';
import { AddRow } from './hand-off/AddRow';
import { optionsOf } from './options-of';

interface ListedNamesProps {
  readonly legend: string;
  readonly addLabel: string;
  readonly names: readonly string[];
  readonly onChange: (names: readonly string[]) => void;
}

/** Names that nobody lists for choosing: those that are set, and any that is typed. */
export function ListedNames({ legend, addLabel, names, onChange }: ListedNamesProps) {
  return (
    <>
      <CheckList
        legend={legend}
        options={optionsOf(null, names, '')}
        selected={names}
        onChange={onChange}
      />
      <AddRow
        label={addLabel}
        suggestions={[]}
        onAdd={(name) => onChange([...new Set([...names, name])])}
      />
    </>
  );
}
