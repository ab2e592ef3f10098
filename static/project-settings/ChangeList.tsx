interface ChangeListProps {
  readonly changes: readonly {
    readonly field: string;
    readonly label: string;
    readonly text: string;
  }[];
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
