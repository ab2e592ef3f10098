export type FailureCode =
  'FUNCTION_ERROR' | 'FUNCTION_TIME_OUT' | 'PAYLOAD_TOO_LARGE' | 'RATE_LIMIT_EXCEEDED';

/** An invocation that gave no result. */
export class InvocationFailure extends Error {
  readonly code: FailureCode;
  readonly functionKey: string;

  constructor(code: FailureCode, functionKey: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'InvocationFailure';
    this.code = code;
    this.functionKey = functionKey;
  }
}
