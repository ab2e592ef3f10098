export interface ListedChange {
  readonly field: string;
  readonly label: string;
  readonly text: string;
}

interface ChangeListProps {
  readonly changes: readonly ListedChange[];
}

/** What differs, a line per setting. */
export function ChangeList({ changes }: ChangeListProps) {
  return (
    <ul className="changes">
      {changes.map(({ field, label, text }) => (
        <li key={field}>
          <strong>{label}</strong> {text}
        </li>
      ))}
    </ul>
  );
}
