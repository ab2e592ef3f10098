interface TabBarProps<T extends string> {
  /** What the tabs are of, for those who hear it. */
  readonly label: string;
  readonly tabs: readonly { readonly key: T; readonly name: string }[];
  readonly current: T;
  readonly onChoose: (tab: T) => void;
}

/** Each tab is a place with an address of its own, so they are links in all but the element. */
export function TabBar<T extends string>({ label, tabs, current, onChoose }: TabBarProps<T>) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul className="tabs-list">
        {tabs.map(({ key, name }) => (
          <li key={key}>
            <button
              type="button"
              className="tab"
              aria-current={key === current ? 'page' : undefined}
              onClick={() => onChoose(key)}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
