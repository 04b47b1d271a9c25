import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was told ahead about the roster, so that it is told once. */
export class DutyWarnings1764320000000 implements MigrationInterface {
  name = 'DutyWarnings1764320000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "app"."duty_warning" (
        "id" uuid NOT NULL,
        "site_id" uuid NOT NULL,
        "kind" text NOT NULL,
        "post" text NOT NULL,
        "person_id" uuid,
        "starts_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "ends_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "told_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT app.app_now(),
        "over_at" TIMESTAMP WITH TIME ZONE,
        CONSTRAINT "duty_warning_kind" CHECK (kind in ('gap', 'unreachable')),
        CONSTRAINT "duty_warning_person" CHECK ((person_id is not null) = (kind = 'unreachable')),
        CONSTRAINT "duty_warning_pkey" PRIMARY KEY ("id"),
        CONSTRAINT "duty_warning_site_fkey" FOREIGN KEY ("site_id") REFERENCES "app"."site"("id"),
        CONSTRAINT "duty_warning_person_fkey" FOREIGN KEY ("person_id") REFERENCES "app"."person"("id")
      )`,
    );
    await runner.query(
      `CREATE INDEX "duty_warning_standing" ON "app"."duty_warning" ("site_id") WHERE over_at is null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "app"."duty_warning"`);
  }
}
