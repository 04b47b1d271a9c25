import { CONFIG, type Config } from '@zenmeban/config';
import type { Channel } from '@zenmeban/database';
import { Inject, Injectable } from '@nestjs/common';
import { callsMessage } from './channels/calls-message';
import { ChannelTransport } from './channels/channel-transport';
import { Channels } from './channels/channels';
import { type Claim, toldBy } from './claim';
import { type Attempt, notSent } from './delivery-outcome';
import { MailTransport } from './mail-transport';
import { byIncident } from './by-incident';
import { bundleVariables, incidentVariables } from './call-variables';
import { mailVariables } from './mail-variables';
import type { Recipient } from './read-notices';
import { type MailContent, Templates } from './templates';

/** Makes the message of a claim and hands it over: to the mail server, a robot or a webhook. */
@Injectable()
export class Courier {
  constructor(
    private readonly mail: MailTransport,
    private readonly channelTransport: ChannelTransport,
    private readonly channels: Channels,
    private readonly templates: Templates,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  /** One attempt; never throws. Its Message-ID, or webhook id, is the same at every attempt. */
  async deliver(claim: Claim): Promise<Attempt> {
    const { recipient, channel } = claim;
    if (recipient?.active === false) return forGood(notSent.recipientInactive);
    try {
      if (channel) return await this.tell(claim, channel);
      return recipient ? await this.write(claim, recipient) : forGood('nobody to tell');
    } catch (error) {
      return { outcome: 'temporary', smtpCode: null, error: String(error).slice(0, 500) };
    }
  }

  /** Closes idle connections at once and lets the mails under way end. */
  close(): void {
    this.mail.close();
  }

  private async tell(claim: Claim, channel: Channel): Promise<Attempt> {
    if (!channel.enabled) return forGood(notSent.channelOff);
    const message = callsMessage(toldBy(claim), channel.language, this.config.publicUrl);
    return this.channelTransport.send(this.channels.open(channel), message, {
      id: `msg_${claim.notificationId}`,
      type: 'call',
    });
  }

  private async write(claim: Claim, recipient: Recipient): Promise<Attempt> {
    const messageId = `ntf.${claim.notificationId}@${new URL(this.config.publicUrl).hostname}`;
    const to = { name: recipient.name, address: recipient.email };
    return this.mail.send({ messageId, to, ...this.content(claim, recipient) });
  }

  private content(claim: Claim, { language }: Recipient): MailContent {
    const { publicUrl } = this.config;
    const { notice, incident, ackToken, carried, allToken } = claim;
    if (carried.length === 0 || allToken === null) {
      const variables = mailVariables(notice, { language, publicUrl, incident, ackToken });
      return this.templates.render(notice.template, language, variables);
    }
    const told = byIncident(toldBy(claim));
    const [only, ...others] = told;
    if (only && others.length === 0)
      return this.templates.render('escalation', language, incidentVariables(only, { language, publicUrl }));
    const variables = bundleVariables(told, { language, publicUrl, allToken });
    return this.templates.render('several-calls', language, variables);
  }
}

const forGood = (error: string): Attempt => ({ outcome: 'permanent', smtpCode: null, error });
