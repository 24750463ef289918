import { useTranslation } from 'react-i18next';
import { Link, NavLink } from 'react-router';
import { useSignOut } from '../api/session';
import type { Session } from '../api/types';
import { useSession } from '../session/SessionContext';
import { Brand } from './Brand';
import { LanguageSwitch } from './LanguageSwitch';

export function Header() {
  const { t } = useTranslation();
  const session = useSession();
  const home = homeOf(session);
  return (
    <header className="header">
      <div className="header__row">
        <Brand />
        <nav className="header__nav" aria-label={t('nav.main')}>
          <NavLink to={home.to} end={home.to === '/'}>
            {t(home.words)}
          </NavLink>
          {session.role === 'lan' && <NavLink to="/providers">{t('intake.nav')}</NavLink>}
          {session.role === 'lan' && <NavLink to="/reports">{t('nav.reports')}</NavLink>}
          {(session.role === 'lan' || session.role === 'agency') && <NavLink to="/certificates">{t('nav.certificates')}</NavLink>}
          {session.role === 'lan' && <NavLink to="/admin">{t('admin.nav')}</NavLink>}
          {session.role === 'agency' && <NavLink to="/access-log">{t('admin.log')}</NavLink>}
          {session.role === 'vendor' && session.provider && (
            <NavLink to={`/providers/${encodeURIComponent(session.provider)}`}>{t('intake.navOwn')}</NavLink>
          )}
        </nav>
        <LanguageSwitch />
        <Account session={session} />
      </div>
    </header>
  );
}

function homeOf({ role, agencyCode }: Session) {
  if (role === 'agency' && agencyCode) return { to: `/agencies/${encodeURIComponent(agencyCode)}`, words: 'nav.myAgency' } as const;
  if (role === 'asn') return { to: '/', words: 'nav.ownRecord' } as const;
  return role === 'vendor' ? ({ to: '/', words: 'nav.platform' } as const) : ({ to: '/', words: 'nav.nation' } as const);
}

function Account({ session }: { session: Session }) {
  const { t } = useTranslation();
  const signOut = useSignOut();
  return (
    <div className="account" data-testid="account">
      <p className="account__who">
        <span className="visually-hidden">{t('nav.signedInAs', { name: '' })}</span>
        <Link to="/account" data-testid="account-link">
          <strong>{session.displayName}</strong>
          <span className="account__initials" aria-hidden="true">
            {initialsOf(session.displayName)}
          </span>
        </Link>
        <span>{session.provider ?? t(`role.${session.role}`)}</span>
      </p>
      <button
        className="button button--small"
        type="button"
        data-testid="sign-out"
        disabled={signOut.isPending}
        onClick={() => signOut.mutate()}
      >
        {t('nav.signOut')}
      </button>
    </div>
  );
}

/** Of the first two words: where there is no room for a name, cut names would all look alike. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  return words.slice(0, 2).map((word) => [...word].find((letter) => /\p{L}/u.test(letter)) ?? '').join('').toLocaleUpperCase();
}
