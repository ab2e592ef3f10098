import type { ProductResponse } from '../forge/product';

export interface InjectedFailure {
  /** `after`: the request took effect, and only its answer is another one. */
  readonly when: 'before' | 'after';
  /** Jira's answer; `lost` when none arrives. */
  readonly answer:
    'lost' | { readonly status: number; readonly headers?: Readonly<Record<string, string>> };
  /** Which requests it hits, by `METHOD /path`; all of them without it. */
  readonly matches?: RegExp;
  /** How many of them; one without it. */
  readonly times?: number;
}

/** The failures that a site was told to have, each once. */
export class InjectedFailures {
  #waiting: InjectedFailure[] = [];

  add(failure: InjectedFailure): void {
    for (let i = 0; i < (failure.times ?? 1); i += 1) this.#waiting.push(failure);
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The failure that hits a request, which is then used up. */
  take(request: string): InjectedFailure | null {
    const failure = this.#waiting.find(({ matches = /./ }) => matches.test(request));
    if (failure === undefined) return null;
    this.#waiting.splice(this.#waiting.indexOf(failure), 1);
    return failure;
  }
}

/** Answers with the failure instead; throws as `fetch` does when no answer arrives. */
export function failWith(
  { answer, when }: InjectedFailure,
  respond: () => ProductResponse,
  toResponse: (status: number, body: object, headers: Readonly<Record<string, string>>) => Response,
): ProductResponse {
  const { points } = when === 'after' ? respond() : { points: 0 };
  if (answer === 'lost') throw new TypeError('fetch failed');
  const body = { errorMessages: [`Injected failure: ${answer.status}`], errors: {} };
  return { response: toResponse(answer.status, body, answer.headers ?? {}), points };
}
