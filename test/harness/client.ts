import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mailOf, password, type StaffKey } from './staff';

/* The shapes stories look at; the whole contract is checked elsewhere. */
export type IncidentView = {
  id: string;
  reference: string;
  status: string;
  drill: boolean;
  restricted: boolean;
  alarm: {
    state: string;
    level: number;
    nextLevelAt: string | null;
    acknowledgedBy: { name: string } | null;
    snoozedUntil: string | null;
    handedTo: { name: string } | null;
    snooze: { atMostMinutes: number; left: number } | null;
  };
  progress: { settled: number; total: number };
  overdueSteps: number;
  steps: {
    id: string;
    state: string;
    dueAt: string | null;
    remindAt: string | null;
    assignee: { name: string } | null;
    answers: unknown;
    note: string;
    visibleTo: string | null;
    hidden: boolean;
  }[];
  escalations: {
    id: string;
    cause: string;
    level: number;
    endedAt: string | null;
    calls: { person: { name: string }; state: string }[];
  }[];
};
export type EntryView = { kind: string; data: Record<string, unknown>; people: { name: string }[] };
export type ProblemView = {
  status: number;
  code: string;
  detail: string;
  errors?: { path: string; code: string; message: string }[];
};
export type Reply<T> = { status: number; body: T; bytes: Buffer; headers: Record<string, unknown> };

/** One person at the API, with their session. */
export class Client {
  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly cookie: string,
  ) {}

  static async signIn(app: NestFastifyApplication, key: StaffKey): Promise<Client> {
    const response = await app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      headers: { origin: 'http://localhost' },
      payload: { email: mailOf(key), password },
    });
    if (response.statusCode !== 200) throw new Error(`${key} cannot sign in: ${response.statusCode} ${response.body}`);
    const cookie = [response.headers['set-cookie']]
      .flat()
      .map((one) => String(one).split(';')[0])
      .join('; ');
    return new Client(app, cookie);
  }

  static nobody(app: NestFastifyApplication): Client {
    return new Client(app, '');
  }

  get<T = IncidentView>(url: string, headers: Record<string, string> = {}): Promise<Reply<T>> {
    return this.send('GET', url, undefined, headers);
  }

  post<T = IncidentView>(url: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Reply<T>> {
    return this.send('POST', url, body, headers);
  }

  patch<T = unknown>(url: string, body: unknown): Promise<Reply<T>> {
    return this.send('PATCH', url, body, {});
  }

  delete<T = unknown>(url: string): Promise<Reply<T>> {
    return this.send('DELETE', url, undefined, {});
  }

  /** @param body sent as it is when a string or bytes, as JSON otherwise */
  async send<T>(
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    url: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Reply<T>> {
    const response = await this.app.inject({
      method,
      url: url.startsWith('/') ? url : `/api/v1/${url}`,
      headers: {
        'accept-language': 'en',
        ...(this.cookie && { cookie: this.cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && {
        payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
      }),
    });
    const json = String(response.headers['content-type']).includes('json') && !response.headers['content-encoding'];
    return {
      status: response.statusCode,
      body: (json ? response.json() : response.body) as T,
      bytes: response.rawPayload,
      headers: response.headers,
    };
  }
}
