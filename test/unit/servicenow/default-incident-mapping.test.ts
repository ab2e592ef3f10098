import { defaultIncidentMapping } from '../../../src/domain/timeline/default-incident-mapping';

const choices = (all: readonly (readonly [value: string, label: string])[]) =>
  all.map(([value, label]) => ({ value, label }));

const meanings = (states: readonly (readonly [string, string])[]) =>
  defaultIncidentMapping({ states: choices(states), holdReasons: [] }).states.map(
    ({ value, category, paused }) => `${value} ${category}${paused ? ' paused' : ''}`,
  );

describe('the mapping that an instance begins with', () => {
  it('reads the states that ServiceNow comes with', () => {
    expect(
      meanings([
        ['1', 'New'],
        ['2', 'In Progress'],
        ['3', 'On Hold'],
        ['6', 'Resolved'],
        ['7', 'Closed'],
        ['8', 'Canceled'],
      ]),
    ).toEqual(['1 new', '2 indeterminate', '3 indeterminate', '6 done', '7 done', '8 done']);
  });

  it('believes the well-known numbers before labels, whatever their language', () => {
    expect(
      meanings([
        ['1', 'Neu'],
        ['6', 'Gelöst'],
        ['2', 'Resolved'],
      ]),
    ).toEqual(['1 new', '6 done', '2 indeterminate']);
  });

  it('reads labels of other numbers, and takes the rest for work', () => {
    expect(
      meanings([
        ['4', 'Awaiting User Info'],
        ['5', 'Awaiting Evidence'],
        ['9', 'Awaiting Vendor'],
        ['10', 'Pending customer'],
        ['11', 'Closed Skipped'],
        ['12', 'Cancelled'],
        ['13', 'Renewal'],
      ]),
    ).toEqual([
      '4 indeterminate paused',
      '5 indeterminate',
      '9 indeterminate',
      '10 indeterminate paused',
      '11 done',
      '12 done',
      '13 indeterminate',
    ]);
  });

  it('falls back to what comes out of the box where the instance tells nothing', () => {
    const mapping = defaultIncidentMapping({ states: [], holdReasons: [] });
    expect(mapping.states.map(({ label }) => label)).toEqual([
      'New',
      'In Progress',
      'On Hold',
      'Resolved',
      'Closed',
      'Canceled',
    ]);
    expect(mapping).toMatchObject({ pausingHoldReasons: ['1'], groups: [], verdictField: null });
  });

  it('lets the hold reason pause that is labelled so', () => {
    const holdReasons = choices([
      ['1', 'Awaiting Change'],
      ['5', 'Awaiting Caller'],
    ]);
    expect(defaultIncidentMapping({ states: [], holdReasons }).pausingHoldReasons).toEqual(['5']);
  });
});
