import { CLOCK, type Clock, CONFIG, type Config } from '@zenmeban/config';
import type { Language } from '@zenmeban/domain/engine';
import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { MailTransport } from './mail-transport';
import { Templates } from './templates';
import { type TestResult, testResult } from './test-result';

/** "Send me a test" by mail: one attempt, whose end the person waits for. */
@Injectable()
export class TestMails {
  constructor(
    private readonly mail: MailTransport,
    private readonly templates: Templates,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In the person's language. */
  toPerson(person: { name: string; email: string; language: Language }): Promise<TestResult> {
    const { publicUrl } = this.config;
    const content = this.templates.render('test', person.language, { url: publicUrl });
    const messageId = `test.${v7()}@${new URL(publicUrl).hostname}`;
    const sending = this.mail.send({ messageId, to: { name: person.name, address: person.email }, ...content });
    return testResult(sending, person.language, this.clock);
  }
}
