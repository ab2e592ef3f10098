import type { PreviewResult, RateName } from '../../src/contract';
import { OUTCOMES, RATE_CATALOGUE } from '../../src/contract/catalogue';
import type { Formats } from '../shared/format/formats';
import { outcomeLook, type LozengeView } from '../shared/prepare/outcome-look';
import { prepareEffect } from './prepare-effect';
import { prepareFurtherRows } from './prepare-further-rows';
import { prepareTimeRows } from './prepare-time-rows';
import { differenceWords, rateWords } from './preview-words';
import type { ChangeView } from './settings-changes';

/** A number by the settings in force and by the draft. */
export interface PreviewRowView {
  readonly id: string;
  readonly name: string;
  /** What the number means; null for those that say it all. */
  readonly definition: string | null;
  readonly now: string;
  readonly draft: string;
  readonly difference: string;
  readonly isChanged: boolean;
}

export interface PreviewView {
  readonly title: string;
  /** The first is the summary. */
  readonly sentences: readonly string[];
  readonly moves: readonly {
    readonly from: LozengeView;
    readonly to: LozengeView;
    readonly episodes: string;
  }[];
  readonly groups: readonly {
    readonly title: string;
    readonly rows: readonly PreviewRowView[];
  }[];
}

export function preparePreview(
  result: PreviewResult,
  changes: readonly ChangeView[],
  windowHours: number,
  formats: Formats,
): PreviewView {
  const { t } = formats;
  return {
    title: t('settings.preview.title', {
      range: formats.dayRange(result.period.fromDay, lastDayOf(result)),
    }),
    sentences: prepareEffect(result, changes, windowHours, formats),
    moves: result.moves.map(({ from, to, episodes }) => ({
      from: outcomeLook(from, t),
      to: outcomeLook(to, t),
      episodes: t.plural('settings.preview.episodes', episodes),
    })),
    groups: [
      { title: t('settings.preview.rates'), rows: rateRows(result, formats) },
      { title: t('settings.preview.times'), rows: prepareTimeRows(result, formats) },
      { title: t('settings.preview.outcomes'), rows: outcomeRows(result, formats) },
      { title: t('settings.preview.further'), rows: prepareFurtherRows(result, formats) },
    ],
  };
}

function lastDayOf({ period }: PreviewResult): string {
  const last = new Date(`${period.toDay}T00:00:00Z`);
  last.setUTCDate(last.getUTCDate() - 1);
  return last.toISOString().slice(0, 10);
}

const rateRows = ({ current, draft }: PreviewResult, formats: Formats): PreviewRowView[] =>
  (Object.keys(RATE_CATALOGUE) as RateName[]).map((name) => {
    const [was, now] = [current.rates[name], draft.rates[name]];
    const inWords = name === 'containmentGap' ? formats.points : formats.percent;
    return {
      id: name,
      name: formats.t.kpiTitle(name),
      definition: formats.t.kpiDefinition(name),
      now: rateWords(was, inWords, formats),
      draft: rateWords(now, inWords, formats),
      difference: differenceWords(was?.value ?? null, now?.value ?? null, formats.points, formats),
      isChanged: was?.numerator !== now?.numerator || was?.denominator !== now?.denominator,
    };
  });

const outcomeRows = ({ current, draft }: PreviewResult, formats: Formats): PreviewRowView[] =>
  OUTCOMES.map((outcome) => {
    const [was, now] = [current.outcomes[outcome], draft.outcomes[outcome]];
    return {
      id: outcome,
      name: formats.t(`outcome.label.${outcome}`),
      definition: formats.t(`outcome.meaning.${outcome}`),
      now: formats.count(was),
      draft: formats.count(now),
      difference: differenceWords(was, now, formats.count, formats),
      isChanged: was !== now,
    };
  });
