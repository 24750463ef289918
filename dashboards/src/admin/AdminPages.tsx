import './admin.css';
import { useTranslation } from 'react-i18next';
import { Navigate, NavLink, Route, Routes } from 'react-router';
import { ApiError } from '../api/client';
import { useSession } from '../session/SessionContext';
import { Failure, NotFound } from '../shell/Failure';
import { AccessLogPage } from './log/AccessLogPage';
import { JobsPage } from './jobs/JobsPage';
import { RegistryPage } from './registry/RegistryPage';
import { RulesPage } from './rules/RulesPage';
import { SystemPage } from './system/SystemPage';
import { UsersPage } from './users/UsersPage';

const parts = ['registry', 'users', 'log', 'rules', 'jobs', 'system'] as const;

/** Administration: for LAN. A chunk of its own, which others never load. */
export function AdminPages() {
  const { t } = useTranslation();
  const { role } = useSession();
  if (role !== 'lan') return <Failure error={new ApiError(403)} onRetry={() => undefined} />;
  return (
    <>
      <nav className="part-nav" aria-label={t('admin.sections')}>
        {parts.map((part) => (
          <NavLink key={part} to={`/admin/${part}`}>
            {t(`admin.${part}`)}
          </NavLink>
        ))}
      </nav>
      <Routes>
        <Route index element={<Navigate to="/admin/registry" replace />} />
        <Route path="registry/:table?" element={<RegistryPage />} />
        <Route path="users" element={<UsersPage />} />
        <Route path="log" element={<AccessLogPage />} />
        <Route path="rules" element={<RulesPage />} />
        <Route path="jobs" element={<JobsPage />} />
        <Route path="system" element={<SystemPage />} />
        <Route path="*" element={<NotFound kind="page" />} />
      </Routes>
    </>
  );
}
