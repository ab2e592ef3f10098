import type { Place } from './place';

/** The address of a place: parsing it gives the place again. */
export function pathOf(place: Place): string {
  switch (place.tab) {
    case 'overview':
      return withQuery('/', { days: place.days });
    case 'trends':
      return withQuery('/trends', { days: place.days, by: place.by, kpi: place.measure });
    case 'breakdown': {
      const { days, dimension, sort, order } = place;
      return withQuery('/breakdown', { days, dim: dimension, sort, order });
    }
    case 'tickets': {
      const { cohort, period, segment, clicked, sort, order, page } = place;
      return withQuery('/tickets', {
        cohort,
        from: period?.fromDay ?? null,
        to: period?.toDay ?? null,
        dim: segment?.dimension ?? null,
        value: segment?.value ?? null,
        label: segment?.label ?? null,
        n: clicked,
        sort,
        order,
        page: page === 0 ? null : page,
      });
    }
    case 'compare':
      return withQuery('/compare', {
        from: place.periods?.earlier.fromDay ?? null,
        to: place.periods?.earlier.toDay ?? null,
        from2: place.periods?.later.fromDay ?? null,
        to2: place.periods?.later.toDay ?? null,
      });
  }
}

function withQuery(path: string, values: Readonly<Record<string, string | number | null>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== null) query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
