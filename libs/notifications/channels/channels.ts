import { CONFIG, type Config } from '@zenmeban/config';
import { Channel, type ChannelKind, Database } from '@zenmeban/database';
import { DomainError, type Language, type Severity } from '@zenmeban/domain/engine';
import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { v7 } from 'uuid';
import { type ChannelRecord, recordsOf } from './channel-record';
import { checkChannel } from './check-channel';
import { keepRotated, makeWebhookSecret } from './webhook-secret';
import { Seal } from './seal';

/** Whose channels: a site's, a person's own, or (neither) those of the whole group. */
export type Owner = { readonly siteId: string | null; readonly personId: string | null };

export type ChannelFields = {
  readonly name: string;
  readonly address: string;
  readonly secret: string | null;
  readonly language: Language;
  readonly leastSeverity: Severity;
  readonly enabled: boolean;
};

export type NewChannel = Pick<ChannelFields, 'name' | 'address'> &
  Partial<Pick<ChannelFields, 'secret' | 'language' | 'leastSeverity'>> & { readonly kind: ChannelKind };

/** Where to send, in clear: for the moment of sending only. */
export type OpenChannel = Pick<Channel, 'id' | 'kind' | 'language'> & {
  readonly url: string;
  readonly secret: string | null;
};

/** The ways to tell besides mail. Addresses and secrets come in and never go out again, but to be sent to. */
@Injectable()
export class Channels {
  private readonly seal: Seal;

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Pick<Config, 'secret' | 'host' | 'publicUrl'>,
  ) {
    this.seal = new Seal(config);
  }

  list(owner: Owner): Promise<Channel[]> {
    return this.database.manager.find(Channel, { where: whereOwned(owner), order: { createdAt: 'ASC', id: 'ASC' } });
  }

  /** Whether calls arrive at each of these, in their order. */
  records(channels: readonly Channel[]): Promise<ChannelRecord[]> {
    return recordsOf(
      this.database,
      channels.map(({ id }) => id),
    );
  }

  /** Throws `channel.unknown`, also for somebody else's. */
  async find(owner: Owner, id: string): Promise<Channel> {
    const channel = await this.database.manager.findOne(Channel, { where: { id, ...whereOwned(owner) } });
    if (!channel) throw unknownChannel();
    return channel;
  }

  /** @returns with the secret of a webhook, which is made here. Throws `channel.invalid` with every wrong field */
  async add(
    owner: Owner,
    given: NewChannel,
    createdById: string,
  ): Promise<{ channel: Channel; secret: string | null }> {
    checkChannel(given.kind, given, this.config);
    const made = given.kind === 'webhook' ? makeWebhookSecret() : null;
    const id = v7();
    await this.database.transaction((tx) =>
      tx.insert(Channel, {
        ...{
          id,
          kind: given.kind,
          name: given.name.trim(),
          siteId: owner.siteId,
          personId: owner.personId,
          createdById,
        },
        language: given.language ?? 'zh',
        leastSeverity: given.leastSeverity ?? 'low',
        sealedUrl: this.seal.close(given.address, `${id}:url`),
        sealedSecret: this.sealSecret(id, made ?? given.secret ?? null),
      }),
    );
    return { channel: await this.find(owner, id), secret: made };
  }

  /** Only what is given changes; switched on again, it begins without failures. Throws as `find` and `add`. */
  async change(owner: Owner, id: string, given: Partial<ChannelFields>): Promise<Channel> {
    const channel = await this.find(owner, id);
    checkChannel(channel.kind, given, this.config);
    const { name, address, secret, language, leastSeverity, enabled } = given;
    await this.database.transaction((tx) =>
      tx.update(
        Channel,
        { id },
        {
          name: name?.trim() ?? channel.name,
          language: language ?? channel.language,
          leastSeverity: leastSeverity ?? channel.leastSeverity,
          enabled: enabled ?? channel.enabled,
          ...(enabled !== undefined && { offBecause: null }),
          ...((enabled === true || address !== undefined) && { failures: 0 }),
          ...(address !== undefined && { sealedUrl: this.seal.close(address, `${id}:url`) }),
          ...(secret !== undefined && { sealedSecret: this.sealSecret(id, secret) }),
        },
      ),
    );
    return this.find(owner, id);
  }

  /** A new secret for a webhook; until tomorrow messages are signed with the one before, too. */
  async rotate(owner: Owner, id: string, now: Date): Promise<{ channel: Channel; secret: string }> {
    const channel = await this.find(owner, id);
    if (channel.kind !== 'webhook') throw noSecretOfOurs();
    const secret = makeWebhookSecret();
    const kept = keepRotated(secret, this.open(channel).secret, now);
    await this.database.transaction((tx) => tx.update(Channel, { id }, { sealedSecret: this.sealSecret(id, kept) }));
    return { channel: await this.find(owner, id), secret };
  }

  /** It is never told again; what it was told stays on record. */
  async remove(owner: Owner, id: string): Promise<void> {
    await this.find(owner, id);
    await this.database.transaction((tx) =>
      tx.query(`UPDATE app.channel SET removed_at = app.app_now(), enabled = false WHERE id = $1`, [id]),
    );
  }

  /** @throws when the server's secret is another one than when it was written */
  open({ id, kind, language, sealedUrl, sealedSecret }: Channel): OpenChannel {
    return {
      ...{ id, kind, language },
      url: this.seal.open(sealedUrl, `${id}:url`),
      secret: sealedSecret === null ? null : this.seal.open(sealedSecret, `${id}:secret`),
    };
  }

  /** Host and last characters, enough to know it again. */
  masked(channel: Channel): string {
    try {
      const { host, href } = new URL(this.open(channel).url);
      return `${host}/…${href.slice(-4)}`;
    } catch {
      return '…';
    }
  }

  private sealSecret(id: string, secret: string | null): string | null {
    return secret === null ? null : this.seal.close(secret, `${id}:secret`);
  }
}

const whereOwned = ({ siteId, personId }: Owner) => ({
  siteId: siteId ?? IsNull(),
  personId: personId ?? IsNull(),
  removedAt: IsNull(),
});

const unknownChannel = () =>
  new DomainError('not_found', 'channel.unknown', { zh: '没有这个通知渠道。', en: 'There is no such channel.' });

const noSecretOfOurs = () =>
  new DomainError('invalid', 'channel.secret_not_ours', {
    zh: '群机器人的密钥由聊天软件生成，请在群设置里更换后填到这里。',
    en: 'The secret of a robot is made by its chat: renew it in the group’s settings and enter it here.',
  });
