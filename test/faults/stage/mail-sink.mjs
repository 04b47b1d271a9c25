// A mail server in a process of its own that does what it is told and reports every copy it took.
import { SMTPServer } from 'smtp-server';

/* What to do with a mail: 'take', a reply code, 'silence', 'take-and-drop', or { slowMs }. */
let everyone = 'take';
/** Per recipient: reactions to the next mails, in order; the last one stays. */
let recipients = {};
const sockets = new Map();

const reactionTo = (address) => {
  const own = recipients[address];
  if (own === undefined) return everyone;
  return own.length > 1 ? own.shift() : own[0];
};
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const answer = (code) => Object.assign(new Error('scripted'), { responseCode: code });

async function react(raw, session, done) {
  const to = session.envelope.rcptTo[0]?.address ?? '';
  const messageId = /^Message-ID:\s*<([^>]+)>/im.exec(raw)?.[1] ?? '';
  const reaction = reactionTo(to);
  const report = (what) => process.send({ mail: { to, messageId, what, at: Date.now(), bytes: raw.length } });
  if (typeof reaction === 'number') {
    report(reaction);
    return done(answer(reaction));
  }
  if (reaction === 'silence') return report('silence');
  if (reaction === 'take-and-drop') {
    report('take');
    sockets.get(`${session.remoteAddress}:${session.remotePort}`)?.destroy();
    return;
  }
  if (reaction.slowMs !== undefined) await wait(reaction.slowMs);
  report('take');
  done();
}

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  logger: false,
  maxClients: 500,
  onData(stream, session, done) {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => void react(Buffer.concat(chunks).toString('utf8'), session, done));
  },
});
server.on('error', () => undefined);
server.server.on('connection', (socket) => {
  const name = `${socket.remoteAddress}:${socket.remotePort}`;
  sockets.set(name, socket);
  socket.on('error', () => undefined);
  socket.once('close', () => sockets.delete(name));
});
server.listen(0, '127.0.0.1', () => process.send({ port: server.server.address().port }));
process.on('message', (script) => {
  if (script.everyone !== undefined) everyone = script.everyone;
  if (script.recipients !== undefined) recipients = script.recipients;
  process.send({ scripted: true });
});
process.on('disconnect', () => process.exit(0));
