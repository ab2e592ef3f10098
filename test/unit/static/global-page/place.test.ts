import {
  comparisonPath,
  deskPath,
  parseGlobalPlace,
  type ComparisonPlace,
} from '../../../../static/global-page/place';

const parse = (path: string) => {
  const { pathname, search } = new URL(path, 'http://panel');
  return parseGlobalPlace({ pathname, search });
};

describe('places of the global page', () => {
  it('gives the comparison again that an address was made of', () => {
    const place: ComparisonPlace = {
      page: 'comparison',
      days: 90,
      reference: 'sn-acme',
      sort: 'reversal',
      order: 'descending',
    };
    expect(parse(comparisonPath(place))).toEqual(place);
    expect(parse(comparisonPath({ ...place, reference: null }))).toMatchObject({
      reference: null,
    });
  });

  it.each([
    ['report', '/trends?days=90', '/trends'],
    ['settings', '/hand-off', '/hand-off'],
    ['ticket', `/sn-${'a'.repeat(32)}`, `/sn-${'a'.repeat(32)}`],
    ['report', '/', '/'],
    ['settings', '/', '/'],
  ] as const)('leads to the %s of a desk at %s, and back', (part, path, pathname) => {
    expect(parse(deskPath('sn-acme-0123456789ab', part, path))).toMatchObject({
      page: 'desk',
      deskKey: 'sn-acme-0123456789ab',
      part,
      location: { pathname },
    });
  });

  it.each(['/', '/nowhere', '/desks/', '/desks/IT', '/?days=5&sort=x&order=y', '/desks/../sn-x'])(
    'shows the comparison at %s',
    (path) => {
      expect(parse(path)).toMatchObject({ page: 'comparison', days: 30, sort: 'desk' });
    },
  );

  it('takes no other word for a part of a desk', () => {
    expect(parse('/desks/sn-acme/settingsx')).toMatchObject({
      part: 'report',
      location: { pathname: '/settingsx' },
    });
  });
});
