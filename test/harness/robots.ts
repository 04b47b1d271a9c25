import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export type RobotKind = 'wecom' | 'dingtalk' | 'feishu' | 'webhook';

/** A message that was taken. `text` is what people read, `body` all of it. */
export type RobotMessage = { kind: RobotKind; text: string; body: Json; headers: IncomingMessage['headers'] };

/** What the service does with a message: takes it, refuses it with its own code (HTTP 200), answers a status, or nothing. */
export type RobotReaction = 'take' | { code: number; text?: string } | { status: number; headers?: object } | 'silence';

type Json = Record<string, unknown>;
type Verdict = { code: number; text: string };

const good: Verdict = { code: 0, text: 'ok' };

/** Secrets of the robots: what signs differently is refused as the real service refuses it. */
export const robotSecrets = { dingtalk: 'SECtest', feishu: 'SECtest' } as const;

const paths: Readonly<Record<RobotKind, string>> = {
  wecom: '/cgi-bin/webhook/send?key=693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa',
  dingtalk: '/robot/send?access_token=0a1b2c3d4e5f',
  feishu: '/open-apis/bot/v2/hook/f0e1d2c3-aaaa-bbbb-cccc-0123456789ab',
  webhook: '/hooks/zenmeban',
};

const textOf: Readonly<Record<RobotKind, (body: Json) => string>> = {
  wecom: (body) => String(at(body, 'markdown', 'content') ?? at(body, 'text', 'content')),
  dingtalk: (body) => String(at(body, 'markdown', 'text') ?? at(body, 'text', 'content')),
  feishu: (body) => JSON.stringify(body['card']),
  webhook: (body) => JSON.stringify(body['data']),
};

/** The three group robots and a webhook on loopback: they check form, signature, time and size as the real ones do. */
export async function startRobots() {
  const messages: RobotMessage[] = [];
  const requests: RobotKind[] = [];
  const reactions = new Map<RobotKind, RobotReaction>();
  const sockets = new Set<Socket>();
  let webhookSecret = '';

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '', 'http://robots');
    const kind = kindOf(url);
    const raw = await bodyOf(request);
    if (!kind) return void response.writeHead(404).end();
    requests.push(kind);
    const reaction = reactions.get(kind) ?? 'take';
    if (reaction === 'silence') return;
    if (typeof reaction === 'object' && 'status' in reaction)
      return void response.writeHead(reaction.status, { ...reaction.headers }).end('<html>Bad gateway</html>');
    const body = JSON.parse(raw) as Json;
    const verdict =
      typeof reaction === 'object' ? { text: 'scripted', ...reaction } : judge(kind, url, request, raw, webhookSecret);
    if (verdict.code === 0) messages.push({ kind, text: textOf[kind](body), body, headers: request.headers });
    if (kind === 'webhook') return void response.writeHead(verdict.code === 0 ? 204 : 401).end();
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify(
        kind === 'feishu'
          ? { code: verdict.code, msg: verdict.text, data: {} }
          : { errcode: verdict.code, errmsg: verdict.text },
      ),
    );
  };

  const server: Server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    messages,
    /** Every request, also those that were refused. */
    requests,
    /** Where a robot of a kind listens. */
    address: (kind: RobotKind) => `http://127.0.0.1:${port}${paths[kind]}`,
    /** The receiver of the webhook was told its secret. */
    expectSecret: (secret: string) => void (webhookSecret = secret),
    /** From now on a robot reacts so. */
    will: (kind: RobotKind, reaction: RobotReaction) => void reactions.set(kind, reaction),
    of: (kind: RobotKind) => messages.filter((message) => message.kind === kind),
    async stop(): Promise<void> {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

export type Robots = Awaited<ReturnType<typeof startRobots>>;

function kindOf({ pathname, searchParams }: URL): RobotKind | null {
  if (pathname === '/cgi-bin/webhook/send' && searchParams.has('key')) return 'wecom';
  if (pathname === '/robot/send' && searchParams.has('access_token')) return 'dingtalk';
  if (pathname.startsWith('/open-apis/bot/v2/hook/')) return 'feishu';
  return pathname === '/hooks/zenmeban' ? 'webhook' : null;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** The rules of each service, written down apart from the code that is tested by them. */
function judge(kind: RobotKind, url: URL, { headers }: IncomingMessage, raw: string, webhookSecret: string): Verdict {
  if (kind === 'webhook') return judgeWebhook(headers, raw, webhookSecret);
  const body = JSON.parse(raw) as Json;
  if (kind === 'wecom') {
    const content = String(at(body, 'markdown', 'content') ?? at(body, 'text', 'content'));
    return Buffer.byteLength(content) > 4_096 ? { code: 40_058, text: 'content exceed max length' } : good;
  }
  if (Buffer.byteLength(raw) > 20_000) return { code: 9_499, text: 'too large' };
  return kind === 'dingtalk' ? judgeDingtalk(url) : judgeFeishu(body);
}

function judgeDingtalk({ searchParams }: URL): Verdict {
  const ms = searchParams.get('timestamp') ?? '';
  const sign = createHmac('sha256', robotSecrets.dingtalk).update(`${ms}\n${robotSecrets.dingtalk}`).digest('base64');
  const inTime = Math.abs(Date.now() - Number(ms)) < 3_600_000;
  return inTime && searchParams.get('sign') === sign ? good : { code: 310_000, text: 'sign not match' };
}

function judgeFeishu({ timestamp, sign }: Json): Verdict {
  const right = createHmac('sha256', `${String(timestamp)}\n${robotSecrets.feishu}`)
    .update('')
    .digest('base64');
  const inTime = Math.abs(Date.now() / 1_000 - Number(timestamp)) < 3_600;
  return inTime && sign === right
    ? good
    : { code: 19_021, text: 'sign match fail or timestamp is not within one hour' };
}

/** As a receiver does after Standard Webhooks: within five minutes, any of the signatures. */
function judgeWebhook(headers: IncomingMessage['headers'], raw: string, secret: string): Verdict {
  const { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signatures } = headers;
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const right = `v1,${createHmac('sha256', key)
    .update(`${String(id)}.${String(seconds)}.${raw}`)
    .digest('base64')}`;
  const inTime = Math.abs(Date.now() / 1_000 - Number(seconds)) < 300;
  return inTime && String(signatures).split(' ').includes(right) ? good : { code: 1, text: 'not signed' };
}

function at(body: Json, ...names: string[]): unknown {
  return names.reduce<unknown>(
    (value, name) => (typeof value === 'object' && value !== null ? (value as Json)[name] : undefined),
    body,
  );
}
