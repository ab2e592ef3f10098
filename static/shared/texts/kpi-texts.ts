import type { RateName } from '../../../src/contract';
import { RATE_CATALOGUE, TIME_CATALOGUE } from '../../../src/contract/catalogue';
import type { Translate } from './create-texts';

/** Every rate and every time of the KPI catalogue. */
export type KpiName = RateName | keyof typeof TIME_CATALOGUE;

/**
 * What the KPI catalogue says of a KPI, translated where the language has it. The English words are
 * the catalogue's own, so that screens, README and exports cannot differ.
 */
export function kpiText(translate: Translate, name: KpiName, part: 'title' | 'definition'): string {
  return isRate(name)
    ? translate(`kpi.rate.${name}.${part}`, RATE_CATALOGUE[name][part])
    : translate(`kpi.time.${name}.${part}`, TIME_CATALOGUE[name][part]);
}

const isRate = (name: KpiName): name is RateName => Object.hasOwn(RATE_CATALOGUE, name);
