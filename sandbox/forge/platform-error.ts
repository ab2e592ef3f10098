/** An answer of the platform that is not a success, as the SDKs read it: `{code, message, …}`. */
export class PlatformError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;

  /** @param details - further fields of the body, e.g. `debug` or `context` */
  constructor(
    status: number,
    code: string,
    message: string,
    details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'PlatformError';
    this.status = status;
    this.code = code;
    this.details = details;
  }

  toResponse(): Response {
    const body = { code: this.code, message: this.message, ...this.details };
    return Response.json(body, { status: this.status });
  }
}
