import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { SignInPage } from './session/SignInPage';
import { useSession } from './session/SessionContext';
import { NotFound } from './shell/Failure';
import { Loading } from './shell/Loading';
import { SignedIn } from './shell/SignedIn';

// Each page is a chunk of its own: nobody waits for the pages of others.
const NationPage = lazy(async () => ({ default: (await import('./nation/NationPage')).NationPage }));
const AgencyPage = lazy(async () => ({ default: (await import('./agency/AgencyPage')).AgencyPage }));
const TranscriptPage = lazy(async () => ({ default: (await import('./transcript/TranscriptPage')).TranscriptPage }));
const TranscriptOf = lazy(async () => ({ default: (await import('./transcript/TranscriptPage')).TranscriptOf }));
const PlatformPage = lazy(async () => ({ default: (await import('./platform/PlatformPage')).PlatformPage }));
const ProviderPage = lazy(async () => ({ default: (await import('./providers/ProviderPage')).ProviderPage }));
const ProvidersPage = lazy(async () => ({ default: (await import('./providers/ProvidersPage')).ProvidersPage }));
const ReportsPage = lazy(async () => ({ default: (await import('./reports/ReportsPage')).ReportsPage }));
const CertificatesPage = lazy(async () => ({ default: (await import('./suspicious/CertificatesPage')).CertificatesPage }));
const AccountPage = lazy(async () => ({ default: (await import('./account/AccountPage')).AccountPage }));
const VerificationPage = lazy(async () => ({ default: (await import('./verification/VerificationPage')).VerificationPage }));
const AdminPages = lazy(async () => ({ default: (await import('./admin/AdminPages')).AdminPages }));
const AccessLogPage = lazy(async () => ({ default: (await import('./admin/log/AccessLogPage')).AccessLogPage }));

/** Every page and its address. */
export function Pages() {
  return (
    <Routes>
      <Route path="/sign-in" element={<SignInPage />} />
      <Route path="/verify/:code?" element={<Alone />} />
      <Route element={<SignedIn />}>
        <Route index element={<Home />} />
        <Route path="/agencies/:code" element={<AgencyPage />} />
        <Route path="/providers" element={<ProvidersPage />} />
        <Route path="/providers/:provider" element={<ProviderPage />} />
        <Route path="/people/:personId" element={<TranscriptPage />} />
        <Route path="/reports" element={<ReportsPage />} />
        <Route path="/certificates" element={<CertificatesPage />} />
        <Route path="/account" element={<AccountPage />} />
        <Route path="/access-log" element={<AccessLogPage />} />
        <Route path="/admin/*" element={<AdminPages />} />
        <Route path="*" element={<NotFound kind="page" />} />
      </Route>
    </Routes>
  );
}

/** Outside the frame, which waits for the pages inside it. */
function Alone() {
  return (
    <Suspense fallback={<Loading what="transcript" isWholePage />}>
      <VerificationPage />
    </Suspense>
  );
}

function Home() {
  const { role, agencyCode, personId } = useSession();
  if (role === 'lan') return <NationPage />;
  if (role === 'agency' && agencyCode) return <Navigate to={`/agencies/${encodeURIComponent(agencyCode)}`} replace />;
  if (role === 'asn' && personId) return <TranscriptOf personId={personId} isOwn />;
  return <PlatformPage />;
}
