import { CLOCK, type Clock, CONFIG, type Config } from '@zenmeban/config';
import type { Channel } from '@zenmeban/database';
import type { Language } from '@zenmeban/domain/engine';
import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { ChannelMessage } from './channels/channel-message';
import { Channels } from './channels/channels';
import { ChannelTransport } from './channels/channel-transport';
import { testSentence, testTitle } from './channels/channel-words';
import { TestAllowance } from './channels/test-allowance';
import type { Attempt } from './delivery-outcome';
import { type TestResult, testResult } from './test-result';

/** "Send a test" to a robot or webhook: one attempt, whose end the person waits for. */
@Injectable()
export class TestMessages {
  constructor(
    private readonly channels: Channels,
    private readonly transport: ChannelTransport,
    private readonly allowance: TestAllowance,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * In the channel's language; the result is in the asker's. Throws `channel.test_too_many` when a robot would be told
   * too much.
   */
  async toChannel(channel: Channel, asker: Language): Promise<TestResult> {
    await this.allowance.take(channel);
    return testResult(this.attempt(channel), asker, this.clock);
  }

  private async attempt(channel: Channel): Promise<Attempt> {
    const attempt = await this.send(channel);
    await this.allowance.note(channel, attempt);
    return attempt;
  }

  private async send(channel: Channel): Promise<Attempt> {
    const message = testMessage(channel.language, this.config.publicUrl);
    try {
      return await this.transport.send(this.channels.open(channel), message, { id: `msg_${v7()}`, type: 'test' });
    } catch {
      return { outcome: 'permanent', smtpCode: null, error: 'the address cannot be read', ours: 'sealed' };
    }
  }
}

const testMessage = (language: Language, publicUrl: string): ChannelMessage => ({
  language,
  title: testTitle[language],
  items: [
    {
      ...{ id: null, siteCode: null, level: null, severity: 'low', reference: 'TEST' },
      ...{ place: null, playbook: null, step: null, why: testSentence[language], url: publicUrl },
    },
  ],
  overviewUrl: publicUrl,
});
