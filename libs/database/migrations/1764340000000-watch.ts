import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the watchers keep besides: what the sweeper had to fire, how the dead-man's call went, an index of calls. */
export class Watch1764340000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "app"."swept_firing" (
      "firing" text NOT NULL,
      "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT app.app_now(),
      CONSTRAINT "swept_firing_pkey" PRIMARY KEY ("firing")
    )`);
    await runner.query(`ALTER TABLE "app"."audit_round"
      ADD "pinged_at" TIMESTAMP WITH TIME ZONE,
      ADD "ping_error" text`);
    await runner.query(`CREATE INDEX "timeline_entry_calls" ON "app"."timeline_entry" ("at")
      WHERE kind in ('escalation.called', 'escalation.nobody')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "app"."timeline_entry_calls"`);
    await runner.query(`ALTER TABLE "app"."audit_round" DROP "ping_error", DROP "pinged_at"`);
    await runner.query(`DROP TABLE "app"."swept_firing"`);
  }
}
