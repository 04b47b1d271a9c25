import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ChannelKind } from '@zenmeban/database';

/** A request that a robot took. */
export type Heard = { readonly body: string; readonly headers: IncomingHttpHeaders; readonly at: number };

/** What the double does with the next request instead of what the real one would do. */
export type Whim = 'silence' | 'drop' | 'page' | 'redirect' | { readonly status: number } | { readonly code: number };

/**
 * A robot or webhook of another system, on this machine: checks signature and form as the real one does, answers errors
 * with HTTP 200, and takes `perMinute` messages (of real time) at most.
 */
export class RobotDouble {
  readonly heard: Heard[] = [];
  /** Everything that arrived, taken or refused. */
  requests = 0;
  private readonly whims: Whim[] = [];
  private arrivals: number[] = [];

  private constructor(
    private readonly kind: ChannelKind,
    private readonly server: Server,
    private readonly perMinute: number,
    /** Set anew after a change of secret. */
    public secret: string | null,
  ) {}

  static async open(
    kind: ChannelKind,
    { secret = null, perMinute = 100 }: { secret?: string | null; perMinute?: number } = {},
  ): Promise<RobotDouble> {
    const server = createServer();
    const robot = new RobotDouble(kind, server, perMinute, secret);
    server.on('request', (request, response) => {
      void bodyOf(request).then((body) => {
        robot.requests += 1;
        const whim = robot.whims.shift();
        if (whim === 'silence') return;
        if (whim === 'drop') return void request.socket.destroy();
        if (whim === 'page') return void response.end('<html>Service temporarily unavailable</html>');
        if (whim === 'redirect') return void response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end();
        if (whim !== undefined && 'status' in whim) return void response.writeHead(whim.status).end('{}');
        const code = whim?.code ?? robot.judge(request, body);
        if (code === 0) robot.heard.push({ body, headers: request.headers, at: Date.now() });
        if (kind === 'webhook') return void response.writeHead(code === 0 ? 204 : 401).end();
        response.setHeader('content-type', 'application/json');
        response.end(
          JSON.stringify(kind === 'feishu' ? { code, msg: 'said so' } : { errcode: code, errmsg: words(code) }),
        );
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return robot;
  }

  /** As its group's settings show it. */
  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    const path = {
      wecom: 'cgi-bin/webhook/send?key=canary-robot-key',
      dingtalk: 'robot/send?access_token=canary-robot-key',
      feishu: 'open-apis/bot/v2/hook/canary-robot-key',
      webhook: 'hooks/canary-robot-key',
    }[this.kind];
    return `http://127.0.0.1:${port}/${path}`;
  }

  will(...whims: Whim[]): void {
    this.whims.push(...whims);
  }

  /** What was said, as text. */
  get texts(): string[] {
    return this.heard.map(({ body }) => body);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** The code the real robot would answer; 0 = taken. */
  private judge(request: IncomingMessage, body: string): number {
    const { searchParams } = new URL(request.url ?? '', 'http://localhost');
    const said = JSON.parse(body) as Record<string, unknown>;
    switch (this.kind) {
      case 'wecom':
        if (Buffer.byteLength((said['markdown'] as { content: string }).content) > 4_096) return 40_058;
        return this.tooMany() ? 45_009 : 0;
      case 'dingtalk': {
        const at = Number(searchParams.get('timestamp'));
        const right = hmac(this.secret ?? '', `${at}\n${this.secret}`);
        if (this.secret !== null && (!isNear(at) || searchParams.get('sign') !== right)) return 310_000;
        return this.tooMany() ? 130_101 : 0;
      }
      case 'feishu': {
        const right = hmac(`${String(said['timestamp'])}\n${this.secret}`, '');
        if (this.secret !== null && (!isNear(Number(said['timestamp']) * 1_000) || said['sign'] !== right))
          return 19_021;
        return this.tooMany() ? 11_232 : 0;
      }
      case 'webhook':
        return verifies(this.secret ?? '', request.headers, body) ? 0 : 1;
    }
  }

  private tooMany(): boolean {
    const now = Date.now();
    this.arrivals = [...this.arrivals.filter((at) => at > now - 60_000), now];
    return this.arrivals.length > this.perMinute;
  }
}

const hour = 3_600_000;
const isNear = (at: number) => Math.abs(Date.now() - at) < hour;
const hmac = (key: string, text: string) => createHmac('sha256', key).update(text).digest('base64');
const words = (code: number) => (code === 0 ? 'ok' : code === 310_000 ? 'sign not match' : 'refused');

/** Verifies as a receiver of Standard Webhooks does, with its own reading of the specification. */
export function verifies(secret: string, headers: IncomingHttpHeaders, body: string): boolean {
  const [id, at, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => headers[name]);
  if (typeof id !== 'string' || typeof at !== 'string' || typeof signatures !== 'string') return false;
  if (Math.abs(Date.now() / 1_000 - Number(at)) > 300) return false;
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const right = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest();
  return signatures.split(' ').some((signature) => {
    const [version, value = ''] = signature.split(',');
    const given = Buffer.from(value, 'base64');
    return version === 'v1' && given.length === right.length && timingSafeEqual(given, right);
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
