import type { AppError } from '../../src/contract';

/** Why a panel has nothing to show: the app said so, or it could not be asked. */
export type Failure =
  { readonly kind: 'app'; readonly error: AppError } | { readonly kind: 'unreachable' };

/** Carries an expected failure through React Query, which knows only thrown errors. */
export class ReadFailure extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(`The app answered: ${error.kind}`);
    this.name = 'ReadFailure';
    this.error = error;
  }
}

export const toFailure = (thrown: unknown): Failure =>
  thrown instanceof ReadFailure ? { kind: 'app', error: thrown.error } : { kind: 'unreachable' };
