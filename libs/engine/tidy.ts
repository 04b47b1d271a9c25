import { Database } from '@zenmeban/database';
import { Injectable } from '@nestjs/common';

/** Forgets what has served its time. The record itself is never touched. */
@Injectable()
export class Tidy {
  constructor(private readonly database: Database) {}

  /** One round, a bounded number of rows: keys of repeated requests are kept for 30 days. */
  async round(): Promise<void> {
    await this.database.source.query(
      `DELETE FROM app.idempotency_key WHERE (person_id, key) IN (
         SELECT person_id, key FROM app.idempotency_key
         WHERE created_at < app.app_now() - interval '30 days' LIMIT 10000)`,
    );
  }
}
