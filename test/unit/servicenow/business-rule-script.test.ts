import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

import { businessRuleScript } from '../../../src/usecases/business-rule-script';

const ADDRESS = 'https://installation.webtrigger.atlassian.app/public/pushes';
const SECRET = 'kR7_aVeryLong-secret0123456789abcdefghijklm';
const SYS_ID = '0123456789abcdef0123456789abcdef';

interface Sent {
  endpoint: string;
  method: string;
  headers: Record<string, string>;
  body: string;
  warnings: string[];
}

/** Runs the script as a Business Rule would, on the server API of an instance. */
function runRule(options: { readonly operation: string; readonly fails?: boolean }): Sent {
  const sent: Sent = { endpoint: '', method: '', headers: {}, body: '', warnings: [] };
  class RESTMessageV2 {
    setEndpoint(endpoint: string): void {
      sent.endpoint = endpoint;
    }
    setHttpMethod(method: string): void {
      sent.method = method;
    }
    setHttpTimeout(): void {
      // Nothing to wait for.
    }
    setRequestHeader(name: string, value: string): void {
      sent.headers[name] = value;
    }
    setRequestBody(body: string): void {
      sent.body = body;
    }
    execute() {
      if (options.fails === true) throw new Error(`refused ${JSON.stringify(sent.headers)}`);
      return { getStatusCode: () => 202 };
    }
  }
  class GlideCertificateEncryption {
    generateMac(key: string, algorithm: string, data: string): string {
      expect(algorithm).toBe('HmacSHA256');
      return createHmac('sha256', Buffer.from(key, 'base64')).update(data).digest('base64');
    }
  }
  const script = businessRuleScript({ address: ADDRESS, connectionId: 'acme', secret: SECRET });
  runInNewContext(script, {
    current: {
      getUniqueValue: () => SYS_ID,
      operation: () => options.operation,
      getValue: (field: string) => (field === 'sys_updated_on' ? '2026-03-02 09:00:00' : null),
    },
    previous: null,
    sn_ws: { RESTMessageV2 },
    GlideCertificateEncryption,
    GlideStringUtil: { base64Encode: (text: string) => Buffer.from(text).toString('base64') },
    gs: { warn: (text: string) => sent.warnings.push(text) },
  });
  return sent;
}

describe('the script of the Business Rule', () => {
  it.each(['insert', 'update', 'delete'])('tells of an %s, and of nothing else', (operation) => {
    const { endpoint, method, body, warnings } = runRule({ operation });
    expect([endpoint, method]).toEqual([ADDRESS, 'post']);
    expect(JSON.parse(body)).toEqual({
      sys_id: SYS_ID,
      operation,
      sys_updated_on: '2026-03-02 09:00:00',
    });
    expect(warnings).toEqual([]);
  });

  it('signs timestamp and body in hex, so that nobody else can push', () => {
    const { headers, body } = runRule({ operation: 'update' });
    const timestamp = headers['X-Firstline-Timestamp'] ?? '';
    expect(Math.abs(Number(timestamp) - Date.now() / 1_000)).toBeLessThan(5);
    const signature = createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('hex');
    expect(headers['X-Firstline-Signature']).toBe(`v1=${signature}`);
    expect(headers['X-Firstline-Key']).toBe('acme');
    expect(JSON.stringify([headers, body])).not.toContain(SECRET);
  });

  it('lets the incident be saved when Firstline does not answer, and logs no header', () => {
    const { warnings } = runRule({ operation: 'update', fails: true });
    expect(warnings).toEqual(['Firstline could not be told of a change']);
  });

  it('uses no syntax that the engine of older scopes does not read', () => {
    const script = businessRuleScript({ address: ADDRESS, connectionId: 'acme', secret: SECRET });
    expect(script).not.toMatch(/=>|\b(const|let|class|async)\b|`|\.\.\./);
  });

  it('cannot be broken out of by an address', () => {
    const address = 'https://x/"+gs.warn("out")+"';
    const script = businessRuleScript({ address, connectionId: 'acme', secret: SECRET });
    expect(script).toContain(JSON.stringify(address));
  });

  it('is what the documentation shows', () => {
    const shown = businessRuleScript({
      address: 'https://ADDRESS',
      connectionId: 'KEY',
      secret: 'SECRET',
    });
    const documentation = readFileSync(join(__dirname, '../../../docs/servicenow.md'), 'utf8');
    expect(documentation).toContain(shown.trimEnd());
  });
});
