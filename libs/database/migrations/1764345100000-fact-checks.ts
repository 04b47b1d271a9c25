import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each night all facts are compared with the record; how far that is, and what it found. */
export class FactChecks1764345100000 implements MigrationInterface {
  name = 'FactChecks1764345100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "app"."fact_check" (
        "id" uuid NOT NULL,
        "started_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT app.app_now(),
        "finished_at" TIMESTAMP WITH TIME ZONE,
        "last_id" uuid,
        "checked" integer NOT NULL DEFAULT 0,
        "differing" integer NOT NULL DEFAULT 0,
        "examples" text array NOT NULL DEFAULT '{}',
        CONSTRAINT "fact_check_pkey" PRIMARY KEY ("id")
      )`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "app"."fact_check"`);
  }
}
