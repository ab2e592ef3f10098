import type { DurationMeasure, PreviewResult, TimesToResolve } from '../../src/contract';
import { TIME_CATALOGUE } from '../../src/contract/catalogue';
import type { Formats } from '../shared/format/formats';
import { NO_VALUE } from '../shared/format/number-format';
import type { PreviewRowView } from './preview-row';
import { differenceWords } from './preview-words';

const KINDS = ['mean', 'median'] as const;

/** Mean and median of every time: a mean alone misleads. */
export const prepareTimeRows = (
  { current, draft }: PreviewResult,
  formats: Formats,
): PreviewRowView[] =>
  (Object.keys(TIME_CATALOGUE) as (keyof TimesToResolve)[]).flatMap((name) =>
    KINDS.map((kind) => {
      const [was, now] = [current.timeToResolveMs[name], draft.timeToResolveMs[name]];
      return {
        id: `${name}-${kind}`,
        name: formats.t(`settings.preview.${kind}`, { name: formats.t.kpiTitle(name) }),
        definition: formats.t.kpiDefinition(name),
        now: timeWords(was, kind, formats),
        draft: timeWords(now, kind, formats),
        difference: timeDifference(was?.[kind] ?? null, now?.[kind] ?? null, formats),
        isChanged: was?.n !== now?.n || was?.[kind] !== now?.[kind],
      };
    }),
  );

const SECOND_MS = 1_000;

/** A difference that no clock shows carries no sign. */
function timeDifference(was: number | null, now: number | null, formats: Formats): string {
  const isTiny = was !== null && now !== null && was !== now && Math.abs(now - was) < SECOND_MS;
  return isTiny
    ? formats.duration(Math.abs(now - was))
    : differenceWords(was, now, formats.duration, formats);
}

const timeWords = (
  measure: DurationMeasure | null,
  kind: (typeof KINDS)[number],
  { t, duration }: Formats,
): string =>
  measure === null
    ? NO_VALUE
    : t('settings.preview.time', { duration: duration(measure[kind]), n: measure.n });
