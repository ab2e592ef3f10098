import type { PreviewResult, RateName } from '../../src/contract';
import { OUTCOMES, RATE_CATALOGUE } from '../../src/contract/catalogue';
import type { Formats } from '../shared/format/formats';
import { outcomeLook, type LozengeView } from '../shared/prepare/outcome-look';
import { prepareEffect } from './prepare-effect';
import { prepareFurtherRows } from './prepare-further-rows';
import { prepareTimeRows } from './prepare-time-rows';
import { countRow, rateRow, type PreviewRowView } from './preview-row';
import type { ChangeView } from './settings-changes';

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
  (Object.keys(RATE_CATALOGUE) as RateName[]).map((name) =>
    rateRow(
      {
        id: name,
        name: formats.t.kpiTitle(name),
        definition: formats.t.kpiDefinition(name),
        was: current.rates[name],
        now: draft.rates[name],
      },
      name === 'containmentGap' ? formats.points : formats.percent,
      formats,
    ),
  );

const outcomeRows = ({ current, draft }: PreviewResult, formats: Formats): PreviewRowView[] =>
  OUTCOMES.map((outcome) =>
    countRow(
      {
        id: outcome,
        name: formats.t(`outcome.label.${outcome}`),
        definition: formats.t(`outcome.meaning.${outcome}`),
        was: current.outcomes[outcome],
        now: draft.outcomes[outcome],
      },
      formats,
    ),
  );
