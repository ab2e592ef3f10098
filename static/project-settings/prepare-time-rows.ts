import type { DurationMeasure, PreviewResult, TimesToResolve } from '../../src/contract';
import { TIME_CATALOGUE } from '../../src/contract/catalogue';
import type { Formats } from '../shared/format/formats';
import { NO_VALUE } from '../shared/format/number-format';
import { differenceWords } from './preview-words';
import type { PreviewRowView } from './prepare-preview';

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
        difference: differenceWords(
          was?.[kind] ?? null,
          now?.[kind] ?? null,
          formats.duration,
          formats,
        ),
        isChanged: was?.n !== now?.n || was?.[kind] !== now?.[kind],
      };
    }),
  );

const timeWords = (
  measure: DurationMeasure | null,
  kind: (typeof KINDS)[number],
  { t, duration }: Formats,
): string =>
  measure === null
    ? NO_VALUE
    : t('settings.preview.time', { duration: duration(measure[kind]), n: measure.n });
