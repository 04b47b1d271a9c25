import { Database, type Transaction } from '@zenmeban/database';
import { isOpenStatus } from '@zenmeban/domain/engine';
import { type Answer, Answers, type Candidate, Receivers } from '@zenmeban/escalation';
import { Injectable } from '@nestjs/common';
import { IncidentReader } from './incident-reader';
import { assertOpen, type LockedIncident, lockIncident } from './locked-incident';

/** Who answers a call about an incident, and whether in the app or from a mail. */
export type Answering = Omit<Answer, 'now'>;

/**
 * What people answer when they are called, each one transaction on the locked incident. From a mail an incident that is
 * over is no error: the page behind its link says so.
 */
@Injectable()
export class IncidentAnswers {
  constructor(
    private readonly database: Database,
    private readonly answers: Answers,
    private readonly receivers: Receivers,
    private readonly reader: IncidentReader,
  ) {}

  /** Takes the incident on. Repeating it, or two people at once, is no error and changes nothing more. */
  async acknowledge(incidentId: string, by: Answering): Promise<void> {
    await this.answer(incidentId, by, (tx, { incident, now }) =>
      this.answers.acknowledge(tx, incident, { ...by, now }),
    );
  }

  /** Takes it on and is called again so much later, unless something moves. Throws `snooze.*`. */
  async snooze(incidentId: string, minutes: number, by: Answering): Promise<void> {
    await this.answer(incidentId, by, (tx, { incident, now }) =>
      this.answers.snooze(tx, incident, minutes, { ...by, now }),
    );
  }

  /** Calls a colleague in one's place. Throws `hand_over.*`. */
  async handOver(incidentId: string, to: { personId: string; note: string }, by: Answering): Promise<void> {
    await this.answer(incidentId, by, async (tx, { incident, now }) => {
      const receiver = await this.receivers.receiver(tx, incident.siteId, by.personId, to.personId);
      await this.answers.handOver(tx, incident, { to: receiver, note: to.note }, { ...by, now });
    });
  }

  /** To whom a person may hand it over, whoever is on duty first. Throws `incident.unknown`. */
  async candidates(incidentId: string, personId: string): Promise<Candidate[]> {
    const { siteId } = await this.reader.access(incidentId);
    return this.receivers.candidates(siteId, personId);
  }

  private async answer(
    incidentId: string,
    { via }: Answering,
    does: (tx: Transaction, locked: LockedIncident) => Promise<unknown>,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const locked = await lockIncident(tx, incidentId);
      if (via === 'app') assertOpen(locked.incident);
      if (isOpenStatus(locked.incident.status)) await does(tx, locked);
    });
  }
}
