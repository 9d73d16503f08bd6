import { Component, type ReactNode } from 'react';
import { t } from './i18n/index.ts';
import { Button } from './ui/button.tsx';

/** What stands on the screen when a part of it fails while it is drawn: the work is stored, and loading anew helps. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <main className="start">
        <h1>{t('failed.screen')}</h1>
        <p>{t('failed.screen-work')}</p>
        <Button variant="primary" onPress={() => window.location.reload()}>{t('failed.screen-reload')}</Button>
      </main>
    );
  }
}
