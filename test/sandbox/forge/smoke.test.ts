import { buildFixtureApp, START_MS, startFixture } from './fixture-host';

const app = buildFixtureApp();
afterAll(app.remove);

it('smoke', async () => {
  const f = await startFixture(app.file);
  await f.host.install();
  console.log(await f.call('time'), await f.ask('kvs', { method: 'set', args: ['a', { b: 1 }] }), await f.ask('kvs', { method: 'get', args: ['a'] }),
   await f.ask('ddl', {query:'CREATE TABLE t (id BIGINT NOT NULL PRIMARY KEY, n INT)'}), await f.ask('sql',{query:'INSERT INTO t VALUES (?,?)',params:[1,2]}), await f.ask('sql',{query:'SELECT * FROM t'}),
   await f.ask('jira',{as:'user',path:'/rest/api/3/issue/IT-1'}), await f.ask('push',{queue:'work',events:[{body:{name:'x'}}]}));
  await f.host.runUntil(START_MS + 3600_000);
  console.log(f.log.map(l=>l.text), f.host.meter.lastInvocation());
  await f.host.close();
});
