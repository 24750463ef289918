// @xapi/xapi, as a platform's own code uses it, by each of its two transports.
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import XAPI from '@xapi/xapi';

const { LRS_ENDPOINT: endpoint, LRS_KEY: key, LRS_SECRET: secret } = process.env;
const agent = { objectType: 'Agent', name: 'Uji', account: { homePage: 'https://nip.asn.go.id', name: '198501012010011001' } };

for (const adapter of ['axios', 'fetch']) {
  for (const version of ['1.0.3', '2.0.0']) {
    const xapi = new XAPI({ endpoint, auth: XAPI.toBasicAuth(key, secret), version, adapter });
    const activityId = `https://platform.example/${randomUUID()}`;
    const object = { objectType: 'Activity', id: activityId, definition: { name: { id: 'Kursus' } } };
    const statement = (more = {}) => ({ actor: agent, verb: XAPI.Verbs.COMPLETED, object, ...more });
    const it = (name, run) => test(`${adapter}, ${version}: ${name}`, run);

    it('about', async () => {
      const { data } = await xapi.getAbout();
      assert.ok(data.version.includes(version));
    });

    it('a statement is sent and read back, and sending it again is no conflict', async () => {
      const sent = statement({ id: randomUUID(), result: { duration: XAPI.calculateISO8601Duration(new Date(0), new Date(90_000)) } });
      const { data: ids } = await xapi.sendStatement({ statement: sent });
      assert.deepEqual(ids, [sent.id]);
      const { data } = await xapi.getStatement({ statementId: sent.id });
      assert.equal(data.object.id, activityId);
      assert.equal((await xapi.sendStatement({ statement: sent })).status, 200);
      await assert.rejects(xapi.sendStatement({ statement: { ...sent, object: { id: `${activityId}/another` } } }), statusIs(409));
    });

    it('a batch is refused as a whole, with index, path and rule', async () => {
      const id = randomUUID();
      const bad = statement({ actor: { mbox: 'no-scheme@example.org' } });
      await assert.rejects(xapi.sendStatements({ statements: [statement({ id }), bad] }), statusIs(400));
      await assert.rejects(xapi.getStatement({ statementId: id }), statusIs(404));
    });

    it('several are sent, and read page by page', async () => {
      const registration = randomUUID();
      const { data: ids } = await xapi.sendStatements({ statements: Array.from({ length: 5 }, () => statement({ context: { registration } })) });
      let { data: page } = await xapi.getStatements({ registration, limit: 2 });
      const read = page.statements.map(({ id }) => id);
      while (page.more) {
        ({ data: page } = await xapi.getMoreStatements({ more: page.more }));
        read.push(...page.statements.map(({ id }) => id));
      }
      assert.deepEqual(read.toSorted(), ids.toSorted());
    });

    it('statements are found by agent, verb and activity', async () => {
      await xapi.sendStatement({ statement: statement() });
      const { data } = await xapi.getStatements({ agent, verb: XAPI.Verbs.COMPLETED.id, activity: activityId });
      assert.ok(data.statements.length > 0);
      assert.ok(data.statements.every(({ object }) => object.id === activityId));
    });

    it('a statement is voided', async () => {
      const { data: [statementId] } = await xapi.sendStatement({ statement: statement() });
      await xapi.voidStatement({ actor: agent, statementId });
      await assert.rejects(xapi.getStatement({ statementId }), statusIs(404));
      assert.equal((await xapi.getVoidedStatement({ voidedStatementId: statementId })).data.id, statementId);
    });

    // In Node the library loses the Content-Type of a multipart body by axios (docs/vendors/own-code.md).
    if (adapter === 'fetch') it('an attachment travels with its statement', async () => {
      const data = new TextEncoder().encode('Sertifikat').buffer;
      const attachment = {
        usageType: XAPI.AttachmentUsages.CERTIFICATE_OF_COMPLETION,
        display: { id: 'Sertifikat' },
        contentType: 'text/plain',
        length: data.byteLength,
        sha2: createHash('sha256').update('Sertifikat').digest('hex'),
      };
      const { data: [statementId] } = await xapi.sendStatement({ statement: statement({ attachments: [attachment] }), attachments: [data] });
      const { data: [read, ...parts] } = await xapi.getStatement({ statementId, attachments: true });
      assert.equal(read.id, statementId);
      assert.equal(parts.length, 1);
    });

    it('a state document is kept, merged, listed and removed', async () => {
      const state = { agent, activityId, stateId: 'bookmark' };
      await xapi.setState({ ...state, state: { page: 1 } });
      await xapi.createState({ ...state, state: { seen: true } });
      assert.deepEqual((await xapi.getState(state)).data, { page: 1, seen: true });
      assert.deepEqual((await xapi.getStates({ agent, activityId })).data, ['bookmark']);
      await xapi.deleteState(state);
      await assert.rejects(xapi.getState(state), statusIs(404));
    });

    for (const [name, profile] of [
      ['ActivityProfile', { activityId, profileId: `settings-${version}-${adapter}` }],
      ['AgentProfile', { agent, profileId: `settings-${randomUUID()}` }],
    ]) {
      it(`${name} is kept with its ETag, refused with an old one, listed and removed`, async () => {
        await xapi[`create${name}`]({ ...profile, profile: { colour: 'red' } });
        const { data, headers } = await xapi[`get${name}`](profile);
        assert.deepEqual(data, { colour: 'red' });
        const guarded = { ...profile, etag: headers.etag, matchHeader: 'If-Match' };
        await xapi[`set${name}`]({ ...guarded, profile: { colour: 'blue' } });
        await assert.rejects(xapi[`set${name}`]({ ...guarded, profile: { colour: 'green' } }), statusIs(412));
        assert.ok((await xapi[`get${name}s`](profile)).data.includes(profile.profileId));
        await xapi[`delete${name}`]({ ...profile });
        await assert.rejects(xapi[`get${name}`](profile), statusIs(404));
      });
    }

    it('an activity and a person are given', async () => {
      await xapi.sendStatement({ statement: statement() });
      assert.equal((await xapi.getActivity({ activityId })).data.definition.name.id, 'Kursus');
      const { data: person } = await xapi.getAgent({ agent });
      assert.equal(person.objectType, 'Person');
      assert.deepEqual(person.account, [agent.account]);
    });
  }
}

/** Each transport has its own error; both carry the status somewhere. */
function statusIs(status) {
  return (error) => {
    assert.equal(error.response?.status ?? error.status ?? Number(/\d{3}/.exec(String(error.message))?.[0]), status, String(error));
    return true;
  };
}
