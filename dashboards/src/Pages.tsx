import { lazy } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { AccountPage } from './account/AccountPage';
import { AgencyPage } from './agency/AgencyPage';
import { NationPage } from './nation/NationPage';
import { PlatformPage } from './platform/PlatformPage';
import { ProviderPage } from './providers/ProviderPage';
import { ProvidersPage } from './providers/ProvidersPage';
import { SignInPage } from './session/SignInPage';
import { useSession } from './session/SessionContext';
import { NotFound } from './shell/Failure';
import { SignedIn } from './shell/SignedIn';
import { TranscriptPage } from './transcript/TranscriptPage';
import { VerificationPage } from './verification/VerificationPage';

// Chunks of their own: most people never open them.
const AdminPages = lazy(() => import('./admin/AdminPages').then(({ AdminPages: default_ }) => ({ default: default_ })));
const AccessLogPage = lazy(() => import('./admin/log/AccessLogPage').then(({ AccessLogPage: default_ }) => ({ default: default_ })));

/** Every page and its address. */
export function Pages() {
  return (
    <Routes>
      <Route path="/sign-in" element={<SignInPage />} />
      <Route path="/verify/:code?" element={<VerificationPage />} />
      <Route element={<SignedIn />}>
        <Route index element={<Home />} />
        <Route path="/agencies/:code" element={<AgencyPage />} />
        <Route path="/providers" element={<ProvidersPage />} />
        <Route path="/providers/:provider" element={<ProviderPage />} />
        <Route path="/people/:personId" element={<TranscriptPage />} />
        <Route path="/account" element={<AccountPage />} />
        <Route path="/access-log" element={<AccessLogPage />} />
        <Route path="/admin/*" element={<AdminPages />} />
        <Route path="*" element={<NotFound kind="page" />} />
      </Route>
    </Routes>
  );
}

function Home() {
  const { role, agencyCode } = useSession();
  if (role === 'lan') return <NationPage />;
  if (role === 'agency' && agencyCode) return <Navigate to={`/agencies/${encodeURIComponent(agencyCode)}`} replace />;
  return <PlatformPage />;
}
