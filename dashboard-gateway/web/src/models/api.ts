import { MalformedBlock } from './bits';
import { readingsOf } from './blocks';
import type {
  Backtest,
  Episode,
  History,
  LimitsByVital,
  LimitsInForce,
  PatientSummary,
  Pause,
  Person,
} from './protocol';

/** The gateway answered, but not with what was asked for; or, with status 0, did not answer. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(detail);
  }
}

const ROOT = '/api/v1';
const JSON_TYPE = 'application/json';
const BLOCKS = 'application/vnd.vigil.blocks';

/** The gateway's REST calls that the page needs. */
export class Api {
  constructor(
    private readonly heardTime: (serverMs: number) => void = () => undefined,
    private readonly fetcher: typeof fetch = (...request) => fetch(...request),
  ) {}

  me(): Promise<Person> {
    return this.call('GET', '/me');
  }

  signIn(username: string, password: string): Promise<Person> {
    return this.call('POST', '/session', { username, password });
  }

  signOut(): Promise<void> {
    return this.call('DELETE', '/session');
  }

  patients(): Promise<PatientSummary[]> {
    return this.call('GET', '/patients');
  }

  /** As blocks, which are a tenth of the JSON, or as JSON where that comes. */
  async readings(
    patient: string,
    query: { vital: string; from: number; to: number; points: number },
    signal?: AbortSignal,
  ): Promise<History> {
    const { vital, from, to, points } = query;
    const search = new URLSearchParams({ vital, ...span(from, to), points: String(points) });
    const path = `${pathOf(patient)}/readings?${search}`;
    const response = await this.request('GET', path, undefined, signal, `${BLOCKS}, ${JSON_TYPE}`);
    if (!response.headers.get('content-type')?.startsWith(BLOCKS)) {
      return (await response.json()) as History;
    }
    const body = await response.arrayBuffer();
    try {
      return {
        points: readingsOf(body),
        partial: response.headers.get('vigil-partial') === 'true',
      };
    } catch (problem) {
      if (!(problem instanceof MalformedBlock)) throw problem;
      throw new Problem(response.status, 'malformed_block', problem.message);
    }
  }

  episodes(patient: string, from: number, to: number, signal?: AbortSignal): Promise<Episode[]> {
    const search = new URLSearchParams(span(from, to));
    return this.call('GET', `${pathOf(patient)}/alerts?${search}`, undefined, signal);
  }

  acknowledge(alert: string, note: string | null): Promise<Episode> {
    return this.call('POST', `/alerts/${encodeURIComponent(alert)}/acknowledge`, { note });
  }

  pause(patient: string, seconds: number, reason: string): Promise<Pause> {
    return this.call('PUT', `${pathOf(patient)}/pause`, { seconds, reason });
  }

  resume(patient: string): Promise<void> {
    return this.call('DELETE', `${pathOf(patient)}/pause`);
  }

  limits(patient: string): Promise<LimitsInForce> {
    return this.call('GET', `${pathOf(patient)}/limits`);
  }

  changeLimits(patient: string, own: LimitsByVital): Promise<LimitsInForce> {
    return this.call('PUT', `${pathOf(patient)}/limits`, own);
  }

  backtest(
    patient: string,
    limits: LimitsByVital,
    hours: number,
    signal?: AbortSignal,
  ): Promise<Backtest> {
    return this.call('POST', `${pathOf(patient)}/limits/backtest`, { limits, hours }, signal);
  }

  private async call<T>(
    method: string,
    path: string,
    body?: unknown,
    signal?: AbortSignal,
  ): Promise<T> {
    const response = await this.request(method, path, body, signal, JSON_TYPE);
    const text = await response.text();
    return (text ? JSON.parse(text) : undefined) as T;
  }

  private async request(
    method: string,
    path: string,
    body: unknown,
    signal: AbortSignal | undefined,
    accept: string,
  ): Promise<Response> {
    const response = await this.send(method, path, body, signal, accept);
    const date = Date.parse(response.headers.get('date') ?? '');
    if (date) this.heardTime(date);
    if (!response.ok) throw await problemOf(response);
    return response;
  }

  private async send(
    method: string,
    path: string,
    body: unknown,
    signal: AbortSignal | undefined,
    accept: string,
  ): Promise<Response> {
    try {
      return await this.fetcher(ROOT + path, {
        method,
        headers: {
          accept,
          ...(body === undefined ? {} : { 'content-type': JSON_TYPE }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal ? { signal } : {}),
      });
    } catch (cause) {
      if (signal?.aborted) throw cause;
      throw new Problem(0, 'unreachable', String(cause));
    }
  }
}

function pathOf(patient: string): string {
  return `/patients/${encodeURIComponent(patient)}`;
}

function span(from: number, to: number): { from: string; to: string } {
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}

async function problemOf(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => ({}))) as { code?: string; detail?: string };
  return new Problem(response.status, body.code ?? 'unknown', body.detail ?? response.statusText);
}
