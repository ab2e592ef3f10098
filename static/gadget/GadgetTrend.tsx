import { TrendChart } from '../shared/charts/TrendChart';
import { TrendTable } from '../shared/charts/TrendTable';
import type { TrendView } from '../shared/prepare/trend';
import { useTexts } from '../shared/texts/use-texts';
import '../shared/styles/trend.css';

/** The course of the two headline rates; its table is there for those who read. */
export function GadgetTrend({ trend }: { readonly trend: TrendView }) {
  const t = useTexts();
  return (
    <div className="gadget-trend">
      <TrendChart view={trend} />
      <details>
        <summary className="muted gadget-more">{t('gadget.showTable')}</summary>
        <TrendTable view={trend} />
      </details>
    </div>
  );
}
