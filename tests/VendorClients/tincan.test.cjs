// TinCanJS, which Storyline, Rise and much older content carry: every call such content makes.
const assert = require('node:assert/strict');
const { randomUUID, createHash } = require('node:crypto');
const { test } = require('node:test');
const TinCan = require('tincanjs');

const { LRS_ENDPOINT: endpoint, LRS_KEY: username, LRS_SECRET: password } = process.env;
const lrs = new TinCan.LRS({ endpoint, username, password, allowFail: false });
const learner = { name: 'Uji', account: { homePage: 'https://nip.asn.go.id', name: '198501012010011001' } };
const agent = new TinCan.Agent(learner);
const course = `https://content.example/${randomUUID()}`;
const activity = new TinCan.Activity({ id: course, definition: { name: { id: 'Kursus' }, type: 'http://adlnet.gov/expapi/activities/course' } });

/** A call with a callback as a promise; the library gives an HTTP status, or an exception, as the error. */
const call = (method, ...args) =>
  new Promise((resolve, reject) => {
    const cfg = args.pop() ?? {};
    lrs[method](...args, { ...cfg, callback: (err, result) => (err === null ? resolve(result) : reject(new Error(`${method}: ${err} ${result?.responseText ?? ''}`))) });
  });
const statement = (more = {}) =>
  new TinCan.Statement({ actor: learner, verb: { id: 'http://adlnet.gov/expapi/verbs/completed' }, target: activity, ...more });

test('about names a version that the library speaks', async () => {
  const about = await call('about', {});
  assert.ok(about.version.some((version) => version.startsWith('1.0')));
});

test('one statement is saved by PUT and read back', async () => {
  const sent = statement({ result: { success: true, score: { scaled: 0.9 }, duration: 'PT1H' } });
  await call('saveStatement', sent, {});
  const read = await call('retrieveStatement', sent.id, {});
  assert.equal(read.id, sent.id);
  assert.equal(read.target.id, course);
  assert.equal(read.result.score.scaled, 0.9);
  // The same again is no conflict: content repeats what it is not sure of.
  await call('saveStatement', sent, {});
});

test('several are saved by POST and queried page by page', async () => {
  const registration = randomUUID();
  const sent = Array.from({ length: 5 }, () => statement({ context: { registration } }));
  await call('saveStatements', sent, {});
  let page = await call('queryStatements', { params: { registration, limit: 2, ascending: true } });
  const ids = page.statements.map(({ id }) => id);
  while (page.more) {
    page = await call('moreStatements', { url: page.more });
    ids.push(...page.statements.map(({ id }) => id));
  }
  assert.deepEqual(new Set(ids), new Set(sent.map(({ id }) => id)));
  assert.equal(ids.length, sent.length);
});

test('statements are found by agent, verb and activity', async () => {
  const own = new TinCan.Activity({ id: `${course}/own` });
  await call('saveStatement', statement({ target: own }), {});
  const params = { agent, verb: new TinCan.Verb({ id: 'http://adlnet.gov/expapi/verbs/completed' }), activity: own };
  const { statements } = await call('queryStatements', { params });
  assert.equal(statements.length, 1);
});

test('a voided statement is gone, but for who asks for it', async () => {
  const sent = statement();
  await call('saveStatement', sent, {});
  const voiding = new TinCan.Statement({
    actor: learner,
    verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
    target: { objectType: 'StatementRef', id: sent.id },
  });
  await call('saveStatement', voiding, {});
  await assert.rejects(call('retrieveStatement', sent.id, {}), /404/);
  assert.equal((await call('retrieveVoidedStatement', sent.id, {})).id, sent.id);
});

test('an attachment travels with its statement', async () => {
  const content = new TextEncoder().encode('Sertifikat').buffer;
  const sent = statement();
  sent.attachments = [
    new TinCan.Attachment({ usageType: 'http://adlnet.gov/expapi/attachments/certificate', display: { id: 'Sertifikat' }, contentType: 'text/plain', content }),
  ];
  await call('saveStatement', sent, {});
  const read = await call('retrieveStatement', sent.id, { params: { attachments: true } });
  assert.equal(read.attachments[0].sha2, createHash('sha256').update('Sertifikat').digest('hex'));
});

for (const [name, target] of [
  ['State', { activity, agent }],
  ['ActivityProfile', { activity }],
  ['AgentProfile', { agent }],
]) {
  test(`${name}: kept, listed, changed with its ETag, refused with an old one, removed`, async () => {
    const [key, keptBy] = [`bookmark-${randomUUID()}`, { ...target, contentType: 'application/json' }];
    await call(`save${name}`, key, { page: 1 }, { ...keptBy, requestHeaders: name === 'State' ? {} : { 'If-None-Match': '*' } });
    const kept = await call(`retrieve${name}`, key, target);
    assert.deepEqual(kept.contents, { page: 1 });
    assert.ok((await call(`retrieve${name}Ids`, target)).includes(key));

    const lastSHA1 = kept.etag;
    await call(`save${name}`, key, { page: 2 }, { ...keptBy, lastSHA1 });
    assert.deepEqual((await call(`retrieve${name}`, key, target)).contents, { page: 2 });
    await assert.rejects(call(`save${name}`, key, { page: 3 }, { ...keptBy, lastSHA1 }), /412/);

    await call(`drop${name}`, key, target);
    assert.equal(await call(`retrieve${name}`, key, target), null);
  });
}

test('an activity is given with its definition', async () => {
  await call('saveStatement', statement(), {});
  assert.equal((await call('retrieveActivity', course, {})).definition.name.id, 'Kursus');
});
