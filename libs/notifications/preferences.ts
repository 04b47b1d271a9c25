import { Database, Person } from '@zenmeban/database';
import type { Language, OpenHours } from '@zenmeban/domain/engine';
import { Injectable } from '@nestjs/common';
import { bouncesUntilRefused } from './bounces';

/** How a person wants to be told. Quiet hours are local to the site they are called from. */
export type Preferences = {
  readonly language: Language;
  readonly phone: string | null;
  readonly quietHours: OpenHours | null;
  readonly mail: { readonly address: string; readonly refused: boolean };
};

/** Each person's own settings. */
@Injectable()
export class PersonPreferences {
  constructor(private readonly database: Database) {}

  async of(personId: string): Promise<Preferences> {
    const person = await this.database.manager.findOneByOrFail(Person, { id: personId });
    const { language, phone, quietFrom, quietUntil, email, bounces } = person;
    return {
      ...{ language, phone },
      quietHours: quietFrom !== null && quietUntil !== null ? { from: quietFrom, until: quietUntil } : null,
      mail: { address: email, refused: bounces >= bouncesUntilRefused },
    };
  }

  /** Only what is given changes; null takes it away. */
  async change(
    personId: string,
    { language, phone, quietHours }: Partial<Pick<Preferences, 'language' | 'phone' | 'quietHours'>>,
  ): Promise<Preferences> {
    const changes = {
      ...(language !== undefined && { language }),
      ...(phone !== undefined && { phone: phone?.trim() ?? null }),
      ...(quietHours !== undefined && {
        quietFrom: quietHours?.from ?? null,
        quietUntil: quietHours?.until ?? null,
      }),
    };
    if (Object.keys(changes).length > 0)
      await this.database.transaction((tx) => tx.update(Person, { id: personId }, changes));
    return this.of(personId);
  }

  /** A mail to this person was accepted: whoever was taken to be out of reach is called again. */
  async mailArrived(personId: string): Promise<void> {
    await this.database.source.query('UPDATE app.person SET bounces = 0 WHERE id = $1 AND bounces > 0', [personId]);
  }
}
