import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which the ledger finds the notices of a swept firing, and the chains of a period, without reading everything. */
export class SweptIncidents1764340200000 implements MigrationInterface {
  name = 'SweptIncidents1764340200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "app"."swept_firing" ADD "incident_id" uuid`);
    await runner.query(`UPDATE "app"."swept_firing" SET "incident_id" = "timer"."incident_id"
      FROM "app"."timer" WHERE "timer"."id" = split_part("firing", ':', 1)::uuid`);
    /* Those of canaries, which have a record of their own. */
    await runner.query(`DELETE FROM "app"."swept_firing" WHERE "incident_id" IS NULL`);
    await runner.query(`ALTER TABLE "app"."swept_firing" ALTER COLUMN "incident_id" SET NOT NULL`);
    await runner.query(`CREATE INDEX "swept_firing_by_incident" ON "app"."swept_firing" ("incident_id")`);
    await runner.query(`CREATE INDEX "swept_firing_by_time" ON "app"."swept_firing" ("at")`);
    await runner.query(`CREATE INDEX "escalation_by_start" ON "app"."escalation" ("started_at")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "app"."escalation_by_start"`);
    await runner.query(`DROP INDEX "app"."swept_firing_by_time"`);
    await runner.query(`ALTER TABLE "app"."swept_firing" DROP "incident_id"`);
  }
}
