import { Component, type ReactNode } from 'react';

import { TEXTS } from '../texts';
import { Message } from './Message';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly hasFailed: boolean;
}

/** A bug in drawing leaves a way back instead of an empty frame; React logs the error itself. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { hasFailed: false };

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <Message
        {...TEXTS.failure.notDrawn}
        isFailure
        onRetry={() => this.setState({ hasFailed: false })}
      />
    );
  }
}
