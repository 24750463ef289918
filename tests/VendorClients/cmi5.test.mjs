// @xapi/cmi5, as content that an LMS launches by cmi5 uses it, from the launch to the last statement.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';

const { LRS_ENDPOINT: endpoint, LRS_KEY: key, LRS_SECRET: secret } = process.env;
const token = Buffer.from(`${key}:${secret}`).toString('base64');
const headers = { Authorization: `Basic ${token}`, 'X-Experience-API-Version': '1.0.3', 'Content-Type': 'application/json' };
const actor = { objectType: 'Agent', account: { homePage: 'https://nip.asn.go.id', name: '198501012010011001' } };
const registration = randomUUID();
const activityId = `https://content.example/${randomUUID()}`;
const launchData = {
  contextTemplate: { extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': randomUUID() } },
  launchMode: 'Normal',
  moveOn: 'CompletedAndPassed',
  masteryScore: 0.7,
};
let lms;
let content;

/** The LMS's part of the launch: the data that the content reads first, and the address where it fetches its credential once. */
before(async () => {
  const state = new URLSearchParams({ activityId, agent: JSON.stringify(actor), registration, stateId: 'LMS.LaunchData' });
  const kept = await fetch(`${endpoint}activities/state?${state}`, { method: 'PUT', headers, body: JSON.stringify(launchData) });
  assert.equal(kept.status, 204);
  lms = createServer((_, response) => response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ 'auth-token': token })));
  await new Promise((listening) => lms.listen(0, '127.0.0.1', listening));

  const launch = { endpoint, fetch: `http://127.0.0.1:${lms.address().port}/`, actor: JSON.stringify(actor), registration, activityId };
  const page = new URL(`https://content.example/index.html?${new URLSearchParams(launch)}`);
  // What the library, which is built for pages only, needs of a browser.
  globalThis.window = { location: page };
  globalThis.location = page;
  const require = createRequire(import.meta.url);
  globalThis.XMLHttpRequest = require('xhr2');
  const Cmi5 = require('@xapi/cmi5/dist/Cmi5.umd.js');
  content = new Cmi5();
});

after(() => lms.close());

test('a session from initialized to terminated', async () => {
  await content.initialize();
  await content.progress(50);
  await content.interactionTrueFalse('1', '1', true, true, { id: 'Benar atau salah' }, { id: 'Uji' }, true);
  await content.pass({ scaled: 0.9 });
  await content.complete();
  await content.terminate();
  const page = await (await fetch(`${endpoint}statements?${new URLSearchParams({ registration, ascending: true })}`, { headers })).json();
  assert.deepEqual(
    page.statements.map(({ verb }) => verb.id.split('/').at(-1)),
    ['initialized', 'progressed', 'answered', 'passed', 'completed', 'terminated'],
  );
  assert.ok(page.statements.every(({ object }) => object.id.startsWith(activityId)));
});
