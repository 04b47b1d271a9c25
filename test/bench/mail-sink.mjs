// A mail server on loopback that takes everything and keeps nothing, in a process of its own: its work is not measured.
// It takes as long for each mail as its argument says.
import { SMTPServer } from 'smtp-server';

const mailMs = Number(process.argv[2] ?? '0');
let taken = 0;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  logger: false,
  onData(stream, _session, done) {
    stream.resume();
    stream.on('end', () => {
      taken += 1;
      setTimeout(done, mailMs);
    });
  },
});
server.on('error', () => undefined);
server.listen(0, '127.0.0.1', () => process.send({ port: server.server.address().port }));
process.on('message', () => process.send({ taken }));
process.on('disconnect', () => process.exit(0));
