import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a shift was put on the roster as it stands; of those from before it is not known. */
export class PlannedShifts1764341000000 implements MigrationInterface {
  name = 'PlannedShifts1764341000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "app"."shift" ADD "planned_at" TIMESTAMP WITH TIME ZONE`);
    await runner.query(`ALTER TABLE "app"."shift" ALTER COLUMN "planned_at" SET DEFAULT app.app_now()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "app"."shift" DROP COLUMN "planned_at"`);
  }
}
