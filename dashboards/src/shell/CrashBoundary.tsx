import i18next from 'i18next';
import { Component, type ReactNode } from 'react';

/** A fault in one page leaves words and a way on, never a blank window. */
export class CrashBoundary extends Component<{ children: ReactNode }, { hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError() {
    return { hasCrashed: true };
  }

  override render() {
    if (!this.state.hasCrashed) return this.props.children;
    return (
      <div className="failure" role="alert">
        <h1>{i18next.t('state.errorTitle')}</h1>
        <p>{i18next.t('state.crashed')}</p>
        <div className="failure__ways">
          <button className="button button--main" type="button" onClick={() => window.location.reload()}>
            {i18next.t('state.reload')}
          </button>
        </div>
      </div>
    );
  }
}
