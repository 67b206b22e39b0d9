import { Component, type ErrorInfo, type ReactNode } from 'react';
import { ActionButton, Empty } from '../parts/index.ts';
import { text } from './i18n.ts';

/** A screen that breaks must not take the alarm, the header and the other screens with it. React wants a class here. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error('screen failed', error, info.componentStack);
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return (
      <Empty title={text('frame.failed')}>
        <p>{text('frame.failedMeaning')}</p>
        <p>
          <ActionButton label={text('frame.again')} onPress={() => this.setState({ isBroken: false })} />
        </p>
      </Empty>
    );
  }
}
