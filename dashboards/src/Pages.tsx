import { Navigate, Route, Routes } from 'react-router';
import { AgencyPage } from './agency/AgencyPage';
import { NationPage } from './nation/NationPage';
import { PlatformPage } from './platform/PlatformPage';
import { ProviderPage } from './providers/ProviderPage';
import { ProvidersPage } from './providers/ProvidersPage';
import { SignInPage } from './session/SignInPage';
import { useSession } from './session/SessionContext';
import { NotFound } from './shell/Failure';
import { SignedIn } from './shell/SignedIn';
import { TranscriptOf, TranscriptPage } from './transcript/TranscriptPage';
import { VerificationPage } from './verification/VerificationPage';

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
        <Route path="*" element={<NotFound kind="page" />} />
      </Route>
    </Routes>
  );
}

function Home() {
  const { role, agencyCode, personId } = useSession();
  if (role === 'lan') return <NationPage />;
  if (role === 'agency' && agencyCode) return <Navigate to={`/agencies/${encodeURIComponent(agencyCode)}`} replace />;
  if (role === 'asn' && personId) return <TranscriptOf personId={personId} isOwn />;
  return <PlatformPage />;
}
