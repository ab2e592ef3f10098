import type { JiraSite } from '../../sandbox/jira/site';

const text = (value: string, ...marks: readonly object[]) => ({
  type: 'text',
  text: value,
  ...(marks.length === 0 ? {} : { marks }),
});
const paragraph = (...content: readonly object[]) => ({ type: 'paragraph', content });
const item = (value: string) => ({ type: 'listItem', content: [paragraph(text(value))] });
const cell = (type: 'tableHeader' | 'tableCell', content: object) => ({
  type,
  attrs: {},
  content: [paragraph(content)],
});
const link = (href: string) => ({ type: 'link', attrs: { href } });
const doc = (...content: readonly object[]) => ({ type: 'doc', version: 1, content });

/** Each kind of part that a hand-off is told with. */
export const RICH_DOCUMENT = doc(
  { type: 'heading', attrs: { level: 4 }, content: [text('Why people take over')] },
  {
    type: 'panel',
    attrs: { panelType: 'warning' },
    content: [paragraph(text('Too unsure'))],
  },
  paragraph(
    text('strong', { type: 'strong' }),
    text(' '),
    text('slanted', { type: 'em' }),
    text(' '),
    text('typed', { type: 'code' }),
    text(' '),
    text('Trace', link('https://traces.example.com/1?a=1')),
  ),
  { type: 'orderedList', attrs: { order: 1 }, content: [item('First')] },
  { type: 'bulletList', content: [item('Second')] },
  { type: 'rule' },
  {
    type: 'table',
    attrs: {},
    content: [
      {
        type: 'tableRow',
        content: [cell('tableHeader', text('Step')), cell('tableHeader', text('Result'))],
      },
      {
        type: 'tableRow',
        content: [
          cell('tableCell', text('reset')),
          cell('tableCell', { type: 'status', attrs: { text: 'Failed', color: 'red' } }),
        ],
      },
    ],
  },
  {
    type: 'expand',
    attrs: { title: 'For machines' },
    content: [
      { type: 'codeBlock', attrs: { language: 'json' }, content: [text('{"handOff":"h1"}')] },
    ],
  },
);

export const HOSTILE_DOCUMENT = doc(
  paragraph(text('<img src=x onerror="globalThis.broken=1">')),
  paragraph(text('Click', link('javascript:globalThis.broken=1'))),
);

/** Posts it as the app does, as an internal comment. */
export async function commentOnTicket(site: JiraSite, key: string, body: object): Promise<void> {
  const properties = [{ key: 'sd.public.comment', value: { internal: true } }];
  const { response } = site.handle({
    method: 'POST',
    path: `/rest/api/3/issue/${key}/comment`,
    headers: new Headers(),
    body: JSON.stringify({ body, properties }),
    caller: { provider: 'app', accountId: null },
  });
  if (response.status !== 201) throw new Error(await response.text());
}
