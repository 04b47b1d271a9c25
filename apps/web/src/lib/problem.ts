/** One invalid field; `path` like `answers.injury`. */
export type FieldError = { path: string; code: string; message: string };

/** What the server said no with (problem details), its sentence in the reader's language. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly errors: readonly FieldError[],
  ) {
    super(detail);
    this.name = 'ApiProblem';
  }
}

/** The server did not answer: nobody knows whether it acted, so the same request may be sent again. */
export class NetworkProblem extends Error {
  constructor(cause: unknown) {
    super('network', { cause });
    this.name = 'NetworkProblem';
  }
}

/** Whether the server could not do it at all: out of reach, or in trouble itself. The same may be sent again. */
export const isNotDone = (error: unknown): boolean =>
  error instanceof NetworkProblem || (error instanceof ApiProblem && error.status >= 500);

/** Reads a refused answer; a body that is no problem document still becomes a problem with its status. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null);
  const said = isRecord(body) ? body : {};
  const errors = Array.isArray(said['errors']) ? said['errors'].filter(isFieldError) : [];
  return new ApiProblem(response.status, text(said['code']), text(said['detail']) || text(said['message']), errors);
}

/** The message for one field, or null. `error` is whatever a mutation failed with. */
export const fieldError = (error: unknown, path: string): string | null =>
  error instanceof ApiProblem ? (error.errors.find((field) => field.path === path)?.message ?? null) : null;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isFieldError = (value: unknown): value is FieldError =>
  isRecord(value) && ['path', 'code', 'message'].every((key) => typeof value[key] === 'string');
