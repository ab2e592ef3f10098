import { useTexts } from '../shared/texts/use-texts';
import { TABS, type TabName } from './place/place';

interface TabBarProps {
  readonly current: TabName;
  readonly onChoose: (tab: TabName) => void;
}

/** Each tab is a place with an address of its own, so they are links in all but the element. */
export function TabBar({ current, onChoose }: TabBarProps) {
  const t = useTexts();
  return (
    <nav className="tabs" aria-label={t('report.tabs')}>
      <ul className="tabs-list">
        {TABS.map((tab) => (
          <li key={tab}>
            <button
              type="button"
              className="tab"
              aria-current={tab === current ? 'page' : undefined}
              onClick={() => onChoose(tab)}
            >
              {t(`report.tab.${tab}`)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
