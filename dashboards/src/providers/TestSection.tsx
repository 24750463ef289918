import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client';
import type { TestAnswer } from '../api/contract';
import { useTestStatement } from '../api/providers';
import { Section } from '../parts/Section';
import { sampleStatement } from '../platform/sampleRequest';

const Versions = ['2.0.0', '1.0.3'];

/** Sends a statement to be checked, and shows what its POST would be answered. */
export function TestSection({ provider }: { provider: string }) {
  const { t } = useTranslation();
  const id = useId();
  const test = useTestStatement(provider);
  const [statement, setStatement] = useState(sampleStatement);
  const [version, setVersion] = useState(Versions[0]!);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    test.mutate({ statement, version });
  };
  return (
    <Section title={t('intake.testTitle')} lead={t('intake.testLead')} testId="test">
      <div className="columns">
        <form className="test-statement span-6" onSubmit={submit}>
          <div className="field">
            <label htmlFor={`${id}statement`}>{t('intake.testStatement')}</label>
            <textarea
              id={`${id}statement`}
              rows={16}
              spellCheck={false}
              value={statement}
              onChange={(event) => setStatement(event.target.value)}
              data-testid="test-statement"
            />
          </div>
          <div className="test-statement__send">
            <div className="field">
              <label htmlFor={`${id}version`}>{t('intake.testVersion')}</label>
              <select id={`${id}version`} value={version} onChange={(event) => setVersion(event.target.value)}>
                {Versions.map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            </div>
            <button className="button button--main" type="submit" disabled={test.isPending} data-testid="test-send">
              {test.isPending ? t('intake.testSending') : t('intake.testSend')}
            </button>
          </div>
        </form>
        <div className="span-6 test-answer" role="status" data-testid="test-answer">
          {test.data && <Answer answer={test.data} />}
          {test.error && (
            <p className="notice notice--bad">
              {t('intake.testFailed', { status: test.error instanceof ApiError ? test.error.status : '—' })}
            </p>
          )}
        </div>
      </div>
    </Section>
  );
}

function Answer({ answer }: { answer: TestAnswer }) {
  const { t } = useTranslation();
  const isGood = answer.status < 300;
  return (
    <>
      <p className={isGood ? 'notice notice--good' : 'notice notice--bad'}>{isGood ? t('intake.testGood') : t('intake.testBad')}</p>
      <pre tabIndex={0} role="region" aria-label={t('intake.testAnswer')}>
        <code>
          {`HTTP ${answer.status}\n`}
          {Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}\n`)}
          {`\n${answer.body}`}
        </code>
      </pre>
    </>
  );
}
