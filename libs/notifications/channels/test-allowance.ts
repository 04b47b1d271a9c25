import { type Channel, Database } from '@zenmeban/database';
import { DomainError } from '@zenmeban/domain/engine';
import { Injectable } from '@nestjs/common';
import { AdministratorNotices } from '../administrator-notices';
import { agesOfMessages } from '../ages-of-messages';
import type { Attempt } from '../delivery-outcome';
import { lockRecipient, secondsUntilTaken } from '../robot-limits';
import { noteChannelRefusal } from './note-refusal';

/** Whether a channel may be tested, and what a test teaches about it. */
@Injectable()
export class TestAllowance {
  constructor(
    private readonly database: Database,
    private readonly administrators: AdministratorNotices,
  ) {}

  /**
   * Counts a test that is about to be sent, as every message to a robot counts. Throws `channel.test_too_many` when the
   * robot would have too little left for calls.
   */
  async take({ id, kind }: Pick<Channel, 'id' | 'kind'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      await lockRecipient(tx, id);
      const ages = await agesOfMessages(this.database, tx, { channelId: id, recipientId: null });
      const seconds = Math.ceil(secondsUntilTaken(kind, ages, 'test'));
      if (seconds > 0) throw tooMany(seconds);
      await tx.query(
        `UPDATE app.channel SET tested_at = app.app_now() || ARRAY(
           SELECT at FROM unnest(tested_at) AS test(at) WHERE at > app.app_now() - interval '1 minute')
         WHERE id = $1`,
        [id],
      );
    });
  }

  /** An endpoint that is gone is switched off, whoever found out; any other refusal is told to the asker alone. */
  async note({ id }: Pick<Channel, 'id'>, attempt: Attempt): Promise<void> {
    if (attempt.finding === 'gone')
      await this.database.transaction((tx) => noteChannelRefusal(tx, this.administrators, id, attempt));
  }
}

const tooMany = (seconds: number) =>
  new DomainError('too_many', 'channel.test_too_many', {
    zh: `刚才发到这里的消息太多，再发机器人会停用一段时间，呼叫就送不到了。请 ${seconds} 秒后再试。`,
    en: `Too many messages went here just now; one more could silence the robot, and calls with it. Try again in ${seconds} s.`,
  });
