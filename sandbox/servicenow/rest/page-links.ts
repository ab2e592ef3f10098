/** A page of a list of rows. */
export interface Page {
  readonly limit: number;
  readonly offset: number;
  /** Null where they were not counted. */
  readonly total: number | null;
  readonly hasNext: boolean;
}

/**
 * The `Link` header. On the first page `prev` leads before the list, as it does on an instance; on the
 * last there is no `next`.
 */
export function pageLinks(url: URL, { limit, offset, total, hasNext }: Page): string {
  const rest = url.search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !/^sysparm_(limit|offset)=/.test(part));
  const link = (rel: string, at: number): string => {
    const query = [...rest, `sysparm_limit=${limit}`, `sysparm_offset=${at}`].join('&');
    return `<${url.origin}${url.pathname}?${query}>;rel="${rel}"`;
  };
  const last =
    total === null || limit === 0 ? null : Math.max(0, Math.ceil(total / limit) - 1) * limit;
  return [
    link('first', 0),
    link('prev', offset - limit),
    ...(hasNext ? [link('next', offset + limit)] : []),
    ...(last === null ? [] : [link('last', last)]),
  ].join(',');
}
