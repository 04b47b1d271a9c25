import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the auditor needs to look at a day of calls each minute without reading everything. */
export class Watching1764340000000 implements MigrationInterface {
  name = 'Watching1764340000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "app"."audit_round" ADD "pinged_at" TIMESTAMP WITH TIME ZONE`);
    await runner.query(
      `CREATE INDEX "timeline_entry_calls" ON "app"."timeline_entry" ("at") WHERE kind = 'escalation.called'`,
    );
    await runner.query(
      `CREATE INDEX "escalation_running" ON "app"."escalation" ("incident_id") WHERE ended_at is null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "app"."escalation_running"`);
    await runner.query(`DROP INDEX "app"."timeline_entry_calls"`);
    await runner.query(`ALTER TABLE "app"."audit_round" DROP "pinged_at"`);
  }
}
