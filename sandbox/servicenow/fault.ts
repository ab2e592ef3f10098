/** A refusal as the instance words it; the REST layer turns it into the response. */
export class InstanceFault extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly detail: string | null = null,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = 'InstanceFault';
  }
}

export const invalidQuery = (detail: string): InstanceFault =>
  new InstanceFault(400, 'Invalid query', detail);

export const noRecord = (): InstanceFault =>
  new InstanceFault(
    404,
    'No Record found',
    "Record doesn't exist or ACL restricts the record retrieval",
  );

export const updateRefused = (): InstanceFault =>
  new InstanceFault(
    403,
    'Operation Failed',
    'ACL Exception Update Failed due to security constraints',
  );

export const insertRefused = (): InstanceFault =>
  new InstanceFault(
    403,
    'Operation Failed',
    'ACL Exception Insert Failed due to security constraints',
  );
