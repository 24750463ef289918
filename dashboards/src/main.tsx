import '@fontsource-variable/plus-jakarta-sans/wght.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/layout.css';
import './styles/states.css';
import './styles/tables.css';
import './styles/print.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { createQueryClient } from './api/session';
import { startTranslations } from './i18n';
import { Pages } from './Pages';
import { CrashBoundary } from './shell/CrashBoundary';
import { NotLoaded } from './shell/NotLoaded';

const root = createRoot(document.getElementById('root')!);

try {
  await startTranslations();
  root.render(
    <StrictMode>
      <CrashBoundary>
        <QueryClientProvider client={createQueryClient()}>
          {/* Filters stand in the address: they must change with the click, not in a transition after it. */}
          <BrowserRouter useTransitions={false}>
            <Pages />
          </BrowserRouter>
        </QueryClientProvider>
      </CrashBoundary>
    </StrictMode>,
  );
} catch {
  root.render(<NotLoaded />);
}
