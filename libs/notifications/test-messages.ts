import { CLOCK, type Clock, CONFIG, type Config } from '@zenmeban/config';
import type { Channel } from '@zenmeban/database';
import type { Language } from '@zenmeban/domain/engine';
import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Channels } from './channels/channels';
import { ChannelTransport } from './channels/channel-transport';
import { outcomeSentence, testSentence, testTitle } from './channels/channel-words';
import type { Attempt } from './delivery-outcome';
import { MailTransport } from './mail-transport';
import { Templates } from './templates';

/** How a test ended, in words. */
export type TestResult = {
  readonly outcome: Attempt['outcome'];
  readonly sentence: string;
  readonly milliseconds: number;
};

/** Longer nobody waits in front of a page; the message may still arrive. */
const patienceMs = 15_000;

/** "Send me a test": one attempt, whose end the person waits for. */
@Injectable()
export class TestMessages {
  constructor(
    private readonly channels: Channels,
    private readonly transport: ChannelTransport,
    private readonly mail: MailTransport,
    private readonly templates: Templates,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A mail to a person, in their language. */
  toPerson(person: { name: string; email: string; language: Language }): Promise<TestResult> {
    const { publicUrl } = this.config;
    const content = this.templates.render('test', person.language, { url: publicUrl });
    const messageId = `test.${v7()}@${new URL(publicUrl).hostname}`;
    return this.outcome(
      this.mail.send({ messageId, to: { name: person.name, address: person.email }, ...content }),
      person.language,
    );
  }

  /** A message to a channel, in the channel's language; the result is in the asker's. */
  toChannel(channel: Channel, asker: Language): Promise<TestResult> {
    return this.outcome(this.attempt(channel), asker);
  }

  private async attempt(channel: Channel): Promise<Attempt> {
    const { language } = channel;
    const { publicUrl } = this.config;
    try {
      return await this.transport.send(
        this.channels.open(channel),
        {
          language,
          title: testTitle[language],
          items: [
            {
              ...{ id: null, siteCode: null, level: null, severity: 'low', reference: 'TEST', place: null, playbook: null, step: null },
              why: testSentence[language],
              url: publicUrl,
            },
          ],
          overviewUrl: publicUrl,
        },
        { id: `msg_${v7()}`, type: 'test' },
      );
    } catch {
      return { outcome: 'permanent', smtpCode: null, error: 'the address cannot be read', ours: 'sealed' };
    }
  }

  private async outcome(sending: Promise<Attempt>, language: Language): Promise<TestResult> {
    const began = this.clock.now().getTime();
    const attempt = await Promise.race([sending, outOfPatience()]);
    return {
      outcome: attempt.outcome,
      sentence: outcomeSentence(attempt, language),
      milliseconds: this.clock.now().getTime() - began,
    };
  }
}

async function outOfPatience(): Promise<Attempt> {
  await new Promise((resolve) => setTimeout(resolve, patienceMs).unref());
  return { outcome: 'ambiguous', smtpCode: null, error: null };
}
