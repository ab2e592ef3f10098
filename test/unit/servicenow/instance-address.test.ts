import { readInstanceAddress } from '../../../src/adapters/servicenow/client/instance-address';

const APPROVED = {
  approvedHosts: ['itsm.acme.com', 'localhost', '10.0.0.1', 'itsm.internal', 'snow', '[::1]'],
};
const read = (typed: string) => readInstanceAddress(typed, APPROVED);

describe('readInstanceAddress', () => {
  it.each([
    ['https://acme.service-now.com', 'acme.service-now.com'],
    ['  acme.service-now.com/ ', 'acme.service-now.com'],
    ['HTTPS://ACME.Service-Now.COM:443/', 'acme.service-now.com'],
    // Full-width letters are the same letters to whoever resolves the name.
    ['https://ａcme.service-now.com', 'acme.service-now.com'],
    ['https://acme%2eservice-now.com', 'acme.service-now.com'],
    ['https://itsm.acme.com', 'itsm.acme.com'],
    ['ITSM.acme.com', 'itsm.acme.com'],
  ])('reads %s', (typed, host) => {
    expect(read(typed)).toEqual({ ok: true, value: { host, origin: `https://${host}` } });
  });

  it.each([
    ['another scheme', 'http://acme.service-now.com'],
    ['a script', 'javascript://acme.service-now.com'],
    ['no host', 'https://'],
    ['nothing', ''],
    ['another port', 'https://acme.service-now.com:8443'],
    ['a user name', 'https://admin@acme.service-now.com'],
    ['user name and password', 'https://admin:pw@acme.service-now.com'],
    ['a host behind a user name', 'https://acme.service-now.com@evil.com'],
    ['a host behind a backslash', 'https://evil.com\\@acme.service-now.com'],
    ['a path', 'https://acme.service-now.com/nav_to.do'],
    ['a query', 'https://acme.service-now.com/?x=1'],
    ['a fragment', 'https://acme.service-now.com/#x'],
    ['the domain without a name', 'https://service-now.com'],
    ['two labels', 'https://a.b.service-now.com'],
    ['a dot at the end', 'https://acme.service-now.com.'],
    ['a domain that ends alike', 'https://acmeservice-now.com'],
    ['a domain that begins alike', 'https://acme.service-now.com.evil.com'],
    ['the name in a query', 'https://evil.com?.service-now.com'],
    ['the name in a fragment', 'evil.com#.service-now.com'],
    ['letters that look alike', 'https://acme.sеrvice-now.com'],
    ['a name in foreign letters', 'https://аcme.service-now.com'],
    ['that name in its other spelling', 'https://xn--cme-7cd.service-now.com'],
    ['a line break', 'https://evil.com\n/.service-now.com'],
    ['an underscore', 'https://ac_me.service-now.com'],
    ['a wildcard', 'https://*.service-now.com'],
    ['an address in four numbers', 'https://10.0.0.1'],
    ['in one number', 'https://167772161'],
    ['in octal numbers', 'https://012.0.0.1'],
    ['in hexadecimal numbers', 'https://0xa000001'],
    ['in less numbers', 'https://10.1'],
    ['with a dot at the end', 'https://10.0.0.1.'],
    ['in percent signs', 'https://%31%30.0.0.1'],
    ['in full-width digits', 'https://１０.0.0.1'],
    ['of the sixth version', 'https://[::1]'],
    ['of the sixth version with one of the fourth in it', 'https://[::ffff:10.0.0.1]'],
    ['the cloud’s own', 'https://169.254.169.254'],
    ['this machine', 'https://localhost'],
    ['a name of a private network', 'https://itsm.internal'],
    ['a name without a domain', 'https://snow'],
    ['a neighbour of an approved host', 'https://x.itsm.acme.com'],
    ['an approved host with a dot at the end', 'https://itsm.acme.com.'],
  ])('refuses %s, approved or not', (_what, typed) => {
    expect(read(typed)).toEqual({
      ok: false,
      error: { kind: 'invalid-input', issues: [expect.stringMatching(/^address: \w/)] },
    });
  });

  it('reaches no host that nobody approved', () => {
    expect(readInstanceAddress('https://itsm.acme.com', { approvedHosts: [] })).toMatchObject({
      ok: false,
    });
  });
});
