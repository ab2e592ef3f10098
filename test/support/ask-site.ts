import type { ProductCaller } from '../../sandbox/forge/product';
import type { JiraSite } from '../../sandbox/jira/site';
import type { JiraResponse } from '../../src/adapters/jira/jira-api';

/** Sends a request to a simulated site; answers as the platform's client does. */
export async function askSite(
  site: JiraSite,
  caller: ProductCaller,
  {
    method,
    path,
    json,
  }: { readonly method: string; readonly path: string; readonly json?: unknown },
): Promise<JiraResponse> {
  const { response } = site.handle({
    method,
    path,
    headers: new Headers(),
    body: json === undefined ? null : JSON.stringify(json),
    caller,
  });
  const text = await response.text();
  return {
    status: response.status,
    header: (name) => response.headers.get(name),
    json: () => Promise.resolve(text === '' ? null : (JSON.parse(text) as unknown)),
  };
}
