import { nodeDigest } from '../../../src/adapters/crypto/node-digest';
import { connectionIdOf } from '../../../src/usecases/connection-id';

describe('the id of a connection', () => {
  it.each([
    ['acme.service-now.com', /^acme$/],
    ['acme-dev2.service-now.com', /^acme-dev2$/],
    // 32 characters at most: a longer name is cut, and told apart.
    [`${'a'.repeat(40)}.service-now.com`, /^a{23}-[0-9a-f]{8}$/],
    ['support.acme.com', /^support-acme-com-[0-9a-f]{8}$/],
  ])('of %s is %s', (host, expected) => {
    expect(connectionIdOf(host, nodeDigest)).toMatch(expected);
    expect(connectionIdOf(host, nodeDigest).length).toBeLessThanOrEqual(32);
  });

  it('differs for hosts that begin alike', () => {
    const ids = ['one', 'two'].map((end) =>
      connectionIdOf(`support.a-very-long-name.acme-${end}.com`, nodeDigest),
    );
    expect(new Set(ids).size).toBe(2);
  });
});
