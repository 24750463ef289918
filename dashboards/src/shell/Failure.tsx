import { useContext, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiError } from '../api/client';
import { SessionContext } from '../session/SessionContext';

const RetryEverySeconds = 10;
type Thing = 'page' | 'agency' | 'person';

/** Why a page has nothing to show, in words, with a way on. */
export function Failure({
  error,
  onRetry,
  thing = 'page',
  isWholePage = false,
}: {
  error: Error | null;
  onRetry: () => void;
  thing?: Thing;
  isWholePage?: boolean;
}) {
  const { t } = useTranslation();
  const session = useContext(SessionContext);
  const status = error instanceof ApiError ? error.status : null;

  if (status === 404 || status === 400) return <NotFound kind={thing} />;
  if (status === 403) {
    return (
      <Sheet kind="forbidden" title={t('state.forbiddenTitle')} words={t('state.forbidden', { name: session?.displayName ?? '' })}>
        <HomeLink />
      </Sheet>
    );
  }
  if (error instanceof ApiError && error.isUnavailable) {
    return (
      <Sheet kind="unavailable" title={t('state.unavailableTitle')} words={t('state.unavailable')} isWholePage={isWholePage}>
        <RetryByItself onRetry={onRetry} />
      </Sheet>
    );
  }
  return (
    <Sheet kind="error" title={t('state.errorTitle')} words={t('state.error', { status: status ?? '—' })} isWholePage={isWholePage}>
      <button className="button button--main" type="button" onClick={onRetry}>
        {t('state.retry')}
      </button>
      <HomeLink />
    </Sheet>
  );
}

export function NotFound({ kind }: { kind: Thing }) {
  const { t } = useTranslation();
  const [title, words] = (
    { page: ['notFoundTitle', 'notFound'], agency: ['noAgencyTitle', 'noAgency'], person: ['noPersonTitle', 'noPerson'] } as const
  )[kind];
  return (
    <Sheet kind="not-found" title={t(`state.${title}`)} words={t(`state.${words}`)}>
      <HomeLink />
    </Sheet>
  );
}

/** One part of a page failed; the rest of it stands. */
export function PartFailure({ error, onRetry }: { error: Error | null; onRetry: () => void }) {
  const { t } = useTranslation();
  const isUnavailable = error instanceof ApiError && error.isUnavailable;
  const status = error instanceof ApiError ? error.status : '—';
  return (
    <div className="notice notice--bad part-failure" role="alert">
      <p>{isUnavailable ? t('state.unavailableTitle') : t('state.error', { status })}</p>
      <button className="button button--small" type="button" onClick={onRetry}>
        {t('state.retry')}
      </button>
    </div>
  );
}

function Sheet({
  kind,
  title,
  words,
  children,
  isWholePage = false,
}: {
  kind: string;
  title: string;
  words: string;
  children: ReactNode;
  isWholePage?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <section className={isWholePage ? 'failure failure--page' : 'failure'} role="alert" data-testid={`state-${kind}`}>
      <title>{`${title} · ${t('product')}`}</title>
      <h1>{title}</h1>
      <p>{words}</p>
      <div className="failure__ways">{children}</div>
    </section>
  );
}

function HomeLink() {
  return (
    <Link className="button" to="/">
      {useTranslation().t('state.home')}
    </Link>
  );
}

function RetryByItself({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation();
  const [seconds, setSeconds] = useState(RetryEverySeconds);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (seconds === 1) onRetry();
      setSeconds(seconds === 1 ? RetryEverySeconds : seconds - 1);
    }, 1000);
    return () => clearTimeout(timer);
  }, [seconds, onRetry]);
  return (
    <>
      <button className="button button--main" type="button" onClick={onRetry}>
        {t('state.retry')}
      </button>
      <span className="quiet number" aria-live="off">
        {t('state.retryIn', { count: seconds })}
      </span>
    </>
  );
}
