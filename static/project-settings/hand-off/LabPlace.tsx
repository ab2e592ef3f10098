import { lazy, Suspense, useEffect, useId, useState } from 'react';

import type { EscalationCosts } from '../../../src/contract';
import { useTexts } from '../../shared/texts/use-texts';
import { SettingsSkeleton } from '../SettingsSkeleton';
import { percentText, typePolicyOf, type TypeDraft } from './policy-draft';

const ThresholdLab = lazy(async () => ({
  default: (await import('../lab/ThresholdLab')).ThresholdLab,
}));

/** Longer than between two keys: history is not asked for each digit. */
const SETTLES_AFTER_MS = 400;

interface LabPlaceProps {
  readonly project: string;
  readonly requestType: string | null;
  readonly draft: TypeDraft;
  readonly onChange: (patch: Partial<TypeDraft>) => void;
}

/** What history says about the draft's threshold and costs, once both costs are given. */
export function LabPlace({ project, requestType, draft, onChange }: LabPlaceProps) {
  const t = useTexts();
  const titleId = useId();
  const { costs, confidenceThreshold } = typePolicyOf(draft);
  const asked = useSettled(JSON.stringify([validCosts(costs), validShare(confidenceThreshold)]));
  const [settledCosts, threshold] = JSON.parse(asked) as readonly [
    EscalationCosts | null,
    number | null,
  ];
  return (
    <section className="panel lab-place" aria-labelledby={titleId}>
      <h2 id={titleId} className="panel-title">
        {t('lab.name')}
      </h2>
      <p className="muted">
        {requestType === null ? t('lab.ofAll') : t('lab.ofType', { type: requestType })}
      </p>
      {settledCosts === null ? (
        <p>{t('policy.labNeedsCosts')}</p>
      ) : (
        <Suspense fallback={<SettingsSkeleton />}>
          <ThresholdLab
            project={project}
            requestType={requestType}
            costs={settledCosts}
            threshold={threshold}
            onTakeThreshold={(taken) => onChange({ thresholdPercent: percentText(taken) })}
          />
        </Suspense>
      )}
    </section>
  );
}

const isBetween = (value: number, low: number, high: number): boolean =>
  value >= low && value <= high;

const validCosts = (costs: EscalationCosts | null): EscalationCosts | null =>
  costs !== null && isBetween(costs.wrongResolution, 0, 1e9) && isBetween(costs.handOff, 0, 1e9)
    ? costs
    : null;

const validShare = (share: number | null): number | null =>
  share !== null && isBetween(share, 0, 1) ? share : null;

/** The text as it was when it last stood still. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLES_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
