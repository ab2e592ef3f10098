import { destinationOf } from '../../sandbox/shell/page/src/bridge/locations';

const SYS_ID = '9c573169c611228700193229fff72400';
const around = {
  pageUrl: 'http://127.0.0.1:8080/#/',
  modules: [],
  instances: ['acme.service-now.com'],
  project: null,
};

describe('where a link of a panel leads', () => {
  it.each([
    [
      'the record of an instance that the page shows',
      `https://acme.service-now.com/nav_to.do?uri=${encodeURIComponent(`incident.do?sys_id=${SYS_ID}`)}`,
      { kind: 'here', hash: `#/instances/acme.service-now.com/${SYS_ID}` },
    ],
    [
      'the same, written without escapes',
      `https://acme.service-now.com/nav_to.do?uri=incident.do?sys_id=${SYS_ID}`,
      { kind: 'here', hash: `#/instances/acme.service-now.com/${SYS_ID}` },
    ],
    [
      'any other place of that instance',
      'https://acme.service-now.com/nav_to.do?uri=sys_user.do',
      { kind: 'here', hash: '#/instances/acme.service-now.com' },
    ],
    [
      'an instance that the page does not show',
      'https://other.service-now.com/nav_to.do?uri=x',
      { kind: 'elsewhere', url: 'https://other.service-now.com/nav_to.do?uri=x' },
    ],
  ])('is right for %s', (_, url, destination) => {
    expect(destinationOf({ url }, around)).toEqual(destination);
  });
});
