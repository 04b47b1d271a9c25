import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the ledger reads besides the notices: what the sweeper had to fire, and levels that reached nobody. */
export class SweptFirings1764340100000 implements MigrationInterface {
  name = 'SweptFirings1764340100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "app"."swept_firing" (
      "firing" text NOT NULL,
      "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT app.app_now(),
      CONSTRAINT "swept_firing_pkey" PRIMARY KEY ("firing")
    )`);
    await runner.query(
      `CREATE INDEX "timeline_entry_nobody" ON "app"."timeline_entry" ("at") WHERE kind = 'escalation.nobody'`,
    );
    await runner.query(`ALTER TABLE "app"."audit_round" ADD "ping_error" text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "app"."audit_round" DROP "ping_error"`);
    await runner.query(`DROP INDEX "app"."timeline_entry_nobody"`);
    await runner.query(`DROP TABLE "app"."swept_firing"`);
  }
}
