import type { GadgetKpi } from '../../../src/contract';
import { useTexts } from '../../shared/texts/use-texts';
import { GADGET_KPIS, kpiLabel, MAX_KPIS } from '../gadget-config';
import { toggled } from './gadget-draft';

interface KpiChoiceProps {
  readonly value: readonly GadgetKpi[];
  readonly error: string | null;
  readonly onChange: (kpis: readonly GadgetKpi[]) => void;
}

const ID = 'gadget-kpis';

/** Boxes to tick, each with its place among those ticked. */
export function KpiChoice({ value, error, onChange }: KpiChoiceProps) {
  const t = useTexts();
  const isFull = value.length >= MAX_KPIS;
  return (
    <fieldset className="field" aria-describedby={`${ID}-hint ${ID}-state`}>
      <legend className="field-label">{t('gadget.kpis')}</legend>
      <p id={`${ID}-hint`} className="field-hint">
        {t('gadget.kpisHint', { max: MAX_KPIS })}
      </p>
      <div className="kpi-choices">
        {GADGET_KPIS.map((kpi) => {
          const place = value.indexOf(kpi) + 1;
          return (
            <label key={kpi} className="kpi-choice">
              <input
                type="checkbox"
                name={kpi}
                checked={place > 0}
                disabled={isFull && place === 0}
                onChange={() => onChange(toggled(value, kpi))}
              />
              <span>{kpiLabel(kpi, t)}</span>
              {place > 0 && value.length > 1 && <span className="kpi-place">{place}</span>}
            </label>
          );
        })}
      </div>
      <p id={`${ID}-state`} className="field-hint" aria-live="polite">
        {isFull && t('gadget.kpisFull', { max: MAX_KPIS })}
      </p>
      {error !== null && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
