import './platform.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '../parts/Section';
import { useSession } from '../session/SessionContext';
import { CopyBlock } from './CopyBlock';
import { sampleRequest } from './sampleRequest';

const CountingVerbs = [
  'http://adlnet.gov/expapi/verbs/completed',
  'http://adlnet.gov/expapi/verbs/passed',
  'http://adlnet.gov/expapi/verbs/attended',
  'https://w3id.org/xapi/adl/verbs/satisfied',
];

/** How a platform connects: all that its developer needs, on one page. */
export function PlatformPage() {
  const { t } = useTranslation();
  const { provider, displayName } = useSession();
  const name = provider ?? displayName;
  const endpoint = `${window.location.origin}/xapi/`;

  return (
    <>
      <title>{`${t('platform.title')} · ${t('product')}`}</title>
      <div className="page-head">
        <div className="page-head__title">
          <h1>{t('platform.title')}</h1>
          <p className="page-head__about platform__lead">{t('platform.lead', { provider: name })}</p>
        </div>
      </div>
      <dl className="connection" data-testid="connection">
        <Fact name={t('platform.provider')} value={name} testId="provider" />
        <Fact name={t('platform.endpoint')} value={endpoint} testId="endpoint" isCode />
        <Fact name={t('platform.version')} value={t('platform.versionValue')} testId="version" />
        <Fact name={t('platform.auth')} value={t('platform.authValue')} testId="auth" />
      </dl>
      <Section title={t('platform.steps')} testId="steps">
        <div className="columns">
          <ol className="steps span-5">
            {([1, 2, 3] as const).map((step) => (
              <li key={step}>
                <h3>{t(`platform.step${step}`)}</h3>
                <p>{t(`platform.step${step}Text`, { provider: name })}</p>
              </li>
            ))}
          </ol>
          <div className="span-7">
            <CopyBlock text={sampleRequest(endpoint)} />
          </div>
        </div>
      </Section>
      <div className="columns">
        <Section title={t('platform.verbs')} lead={t('platform.verbsText')} span={6} testId="verbs">
          <ul className="plain-list">
            {CountingVerbs.map((verb) => (
              <li key={verb}>
                <code>{verb}</code>
              </li>
            ))}
          </ul>
        </Section>
        <Section title={t('platform.rules')} span={6} testId="rules">
          <ul className="plain-list">
            {([1, 2, 3, 4] as const).map((rule) => (
              <li key={rule}>{t(`platform.rule${rule}`)}</li>
            ))}
          </ul>
        </Section>
      </div>
      <p className="platform__later">
        <Link to={`/providers/${encodeURIComponent(name)}`}>{t('platform.intake')}</Link>
      </p>
    </>
  );
}

function Fact({ name, value, testId, isCode = false }: { name: string; value: string; testId: string; isCode?: boolean }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd data-testid={`connection-${testId}`}>{isCode ? <code>{value}</code> : value}</dd>
    </div>
  );
}
