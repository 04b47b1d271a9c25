import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** A mail that arrived, with the envelope it came in and the connection that brought it. */
export type ArrivedMail = { mail: ParsedMail; raw: string; to: string[]; connection: string };

/** What the server does with a mail: takes it, answers with an error code, takes it and drops the link, or says nothing. */
export type Reaction = 'take' | number | 'take-and-drop' | 'silence';

/** A real mail server on loopback whose reactions can be scripted; it keeps every copy it took. */
export async function startMailServer() {
  const arrived: ArrivedMail[] = [];
  const script: Reaction[] = [];
  const sockets = new Set<Socket>();
  const recipients = new Map<string, Reaction>();

  const react = async (raw: string, session: SMTPServerSession, done: (error?: Error) => void) => {
    const to = session.envelope.rcptTo.map(({ address }) => address);
    const reaction = recipients.get(to[0] ?? '') ?? script.shift() ?? 'take';
    if (reaction === 'take' || reaction === 'take-and-drop')
      arrived.push({ mail: await simpleParser(raw), raw, to, connection: session.id });
    if (reaction === 'take') done();
    if (reaction === 'take-and-drop') for (const socket of sockets) socket.destroy();
    if (typeof reaction === 'number') done(Object.assign(new Error('scripted'), { responseCode: reaction }));
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => void react(Buffer.concat(chunks).toString('utf8'), session, done));
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    /** Reactions to the next mails, in order; then the server takes everything again. */
    will: (...reactions: Reaction[]) => void script.push(...reactions),
    /** The reaction to every mail for this address. */
    to: (address: string, reaction: Reaction) => void recipients.set(address, reaction),
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
}

export type MailServer = Awaited<ReturnType<typeof startMailServer>>;
