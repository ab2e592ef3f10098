import type { Routing } from '../../shared/routing/use-panel-location';
import { useTexts } from '../../shared/texts/use-texts';
import { deskPath, type DeskPart } from '../place';
import { useMayAdminister } from './use-may-administer';

interface DeskNavProps {
  readonly deskKey: string;
  readonly part: DeskPart;
  readonly goTo: Routing['goTo'];
}

/** The ways from one part of a desk to another, and back to all desks. */
export function DeskNav({ deskKey, part, goTo }: DeskNavProps) {
  const t = useTexts();
  const mayAdminister = useMayAdminister(deskKey);
  return (
    <nav className="desk-nav" aria-label={t('global.parts')}>
      <button type="button" className="link-button" onClick={() => goTo('/')}>
        {t('global.all')}
      </button>
      {part !== 'report' && (
        <button
          type="button"
          className="link-button"
          onClick={() => goTo(deskPath(deskKey, 'report'))}
        >
          {t('global.report')}
        </button>
      )}
      {mayAdminister && part !== 'settings' && (
        <button
          type="button"
          className="link-button"
          onClick={() => goTo(deskPath(deskKey, 'settings'))}
        >
          {t('global.settings')}
        </button>
      )}
    </nav>
  );
}
