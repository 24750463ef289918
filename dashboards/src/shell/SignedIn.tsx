import './shell.css';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import { sessionQuery } from '../api/session';
import { SessionContext } from '../session/SessionContext';
import { CrashBoundary } from './CrashBoundary';
import { Failure } from './Failure';
import { Header } from './Header';
import { Loading } from './Loading';
import { useScrollToTop } from './useScrollToTop';

/** The frame of every page that needs a session; without one, to sign-in and back. */
export function SignedIn() {
  const { t } = useTranslation();
  const location = useLocation();
  const session = useQuery(sessionQuery);
  useScrollToTop();

  if (session.data === null) {
    const here = location.pathname + location.search;
    return <Navigate to={here === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`} replace />;
  }
  if (session.isPending) return <Loading what="session" isWholePage />;
  if (!session.data) return <Failure error={session.error} onRetry={() => void session.refetch()} isWholePage />;

  // Who came with the password that was made for them chooses their own first: the service answers nothing else.
  if (session.data.mustChangePassword && location.pathname !== '/account') return <Navigate to="/account" replace />;

  return (
    <SessionContext value={session.data}>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <Header />
      <main id="content" className="page" tabIndex={-1}>
        <CrashBoundary key={location.pathname}>
          <Suspense fallback={<Loading what="compliance" />}>
            <Outlet />
          </Suspense>
        </CrashBoundary>
      </main>
    </SessionContext>
  );
}
