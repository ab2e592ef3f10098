import type {
  AdministeredDesk,
  Administration,
  ServiceNowStatus,
  TelemetryStatus,
} from '../../src/contract';
import type { Formats } from '../shared/format/formats';
import { classifiable } from './classifiable';
import { standingOf } from './desk-standing';
import { progressWords } from './history-words';
import { leftMs, type ProgressSample } from './progress-rate';
import { telemetryTrouble } from './telemetry/telemetry-trouble';

export interface HealthView {
  /** One sentence. */
  readonly sentence: string;
  readonly tone: 'success' | 'information' | 'warning';
}

interface HealthFacts {
  /** null while it is not known. */
  readonly telemetry: TelemetryStatus | null;
  /** null while it is not known. */
  readonly serviceNow: ServiceNowStatus | null;
  readonly samples: readonly ProgressSample[];
}

/** "All 3 desks are up to date; history of HR 64 %, about 6 min left; 2 actors unclassified." */
export function prepareHealth(
  administration: Administration,
  { telemetry, serviceNow, samples }: HealthFacts,
  formats: Formats,
): HealthView {
  const { t, count } = formats;
  const { desks, asOf } = administration;
  const asOfMs = Date.parse(asOf);
  const standings = desks.map((desk) => standingOf(desk, asOfMs));
  const fine = standings.filter((standing) => standing === 'fine').length;
  const unclassified = classifiable(administration).length;
  const { unmatchedRuns, stoppedHandOffs } = telemetryTrouble(telemetry);
  const hasLostServiceNow = (serviceNow?.connection?.sync.problem ?? null) !== null;
  const parts = [
    desks.length === 0
      ? t('admin.health.noDesks')
      : fine === desks.length
        ? t.plural('admin.health.allFine', fine)
        : t.plural('admin.health.someFine', desks.length, { fine: count(fine) }),
    ...desks.flatMap((desk) => partOf(desk, asOfMs, samples, formats) ?? []),
    ...(hasLostServiceNow ? [t('admin.health.serviceNow')] : []),
    ...(unclassified === 0 ? [] : [t.plural('admin.health.unclassified', unclassified)]),
    ...(unmatchedRuns === 0 ? [] : [t.plural('admin.health.unmatched', unmatchedRuns)]),
    ...(stoppedHandOffs === 0 ? [] : [t.plural('admin.health.handOffs', stoppedHandOffs)]),
  ];
  const isBad =
    stoppedHandOffs > 0 ||
    hasLostServiceNow ||
    standings.some((standing) => standing === 'failed' || standing === 'late');
  return {
    sentence: t('admin.health.sentence', { parts: parts.join('; ') }),
    tone: isBad ? 'warning' : parts.length === 1 && desks.length > 0 ? 'success' : 'information',
  };
}

/** null for a desk with nothing to say. */
function partOf(
  desk: AdministeredDesk,
  asOfMs: number,
  samples: readonly ProgressSample[],
  formats: Formats,
): string | null {
  const { t, ago, remaining } = formats;
  const { name, backfill, computedAt } = desk;
  const values = { desk: name, progress: progressWords(backfill, formats) };
  const standing = standingOf(desk, asOfMs);
  switch (standing) {
    case 'fine':
      return null;
    case 'reading': {
      const left = leftMs(samples, desk);
      return left === null
        ? t('admin.health.reading', values)
        : t('admin.health.readingLeft', { ...values, left: remaining(left) });
    }
    case 'paused':
    case 'failed':
    case 'waiting':
    case 'rescoring':
      return t(`admin.health.${standing}`, values);
    case 'late':
      return computedAt === null
        ? t('admin.health.neverComputed', values)
        : t('admin.health.late', { ...values, ago: ago(computedAt, asOfMs) });
  }
}
