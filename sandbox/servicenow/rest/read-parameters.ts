import { InstanceFault } from '../fault';

export type DisplayValue = 'false' | 'true' | 'all';

export interface ListParameters {
  readonly query: string;
  /** Null for all fields. */
  readonly fields: readonly string[] | null;
  readonly limit: number;
  readonly offset: number;
  readonly displayValue: DisplayValue;
  readonly leavesOutLinks: boolean;
  readonly leavesOutCount: boolean;
  readonly leavesOutPages: boolean;
}

const DEFAULT_LIMIT = 10_000;
const KNOWN = new Set([
  'sysparm_query',
  'sysparm_fields',
  'sysparm_limit',
  'sysparm_offset',
  'sysparm_display_value',
  'sysparm_exclude_reference_link',
  'sysparm_no_count',
  'sysparm_suppress_pagination_header',
  'sysparm_input_display_value',
]);

/** A real instance ignores parameters that it does not know, and values that are none; here both are mistakes. */
export function readParameters(parameters: URLSearchParams): ListParameters {
  for (const name of parameters.keys()) {
    if (!KNOWN.has(name)) throw badParameter(name, 'is not simulated');
  }
  const fields = parameters.get('sysparm_fields');
  return {
    query: parameters.get('sysparm_query') ?? '',
    fields: fields === null || fields === '' ? null : fields.split(','),
    limit: readNumber(parameters, 'sysparm_limit', DEFAULT_LIMIT),
    offset: readNumber(parameters, 'sysparm_offset', 0),
    displayValue: readDisplayValue(parameters),
    leavesOutLinks: readFlag(parameters, 'sysparm_exclude_reference_link'),
    leavesOutCount: readFlag(parameters, 'sysparm_no_count'),
    leavesOutPages: readFlag(parameters, 'sysparm_suppress_pagination_header'),
  };
}

function readNumber(parameters: URLSearchParams, name: string, without: number): number {
  const text = parameters.get(name);
  if (text === null) return without;
  if (!/^\d+$/.test(text)) throw badParameter(name, 'is no number');
  return Number(text);
}

function readFlag(parameters: URLSearchParams, name: string): boolean {
  const text = parameters.get(name) ?? 'false';
  if (text !== 'true' && text !== 'false') throw badParameter(name, 'is neither true nor false');
  return text === 'true';
}

function readDisplayValue(parameters: URLSearchParams): DisplayValue {
  const text = parameters.get('sysparm_display_value') ?? 'false';
  if (text === 'true' || text === 'false' || text === 'all') return text;
  throw badParameter('sysparm_display_value', 'is none of true, false and all');
}

const badParameter = (name: string, fault: string): InstanceFault =>
  new InstanceFault(400, `Invalid parameter ${name}`, `${name} ${fault}`);
