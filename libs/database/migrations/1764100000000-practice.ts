import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drills with references of their own, who practised what, reminders, and how many incidents began with a version. */
export class Practice1764100000000 implements MigrationInterface {
  name = 'Practice1764100000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of forth) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of back) await runner.query(statement);
  }
}

const forth = [
  `ALTER TABLE "app"."incident_counter" ADD "drill" boolean NOT NULL DEFAULT false`,
  `ALTER TABLE "app"."incident_counter" DROP CONSTRAINT "incident_counter_pkey"`,
  `ALTER TABLE "app"."incident_counter"
     ADD CONSTRAINT "incident_counter_pkey" PRIMARY KEY ("site_id", "local_date", "drill")`,
  `CREATE INDEX "incident_by_version" ON "app"."incident" ("playbook_version_id", "site_id")`,
  `ALTER TABLE "app"."timer"
     ADD CONSTRAINT "timer_kind" CHECK (kind in ('escalation', 'step_due', 'step_reminder'))`,
  `CREATE TABLE "app"."practice" (
    "id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    "playbook_id" text NOT NULL,
    "playbook_version_id" uuid NOT NULL,
    "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT app.app_now(),
    CONSTRAINT "practice_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "practice_person_fkey" FOREIGN KEY ("person_id") REFERENCES "app"."person"("id"),
    CONSTRAINT "practice_playbook_version_fkey" FOREIGN KEY ("playbook_version_id")
      REFERENCES "app"."playbook_version"("id")
  )`,
  `CREATE INDEX "practice_by_person" ON "app"."practice" ("person_id", "playbook_id", "at")`,
  `CREATE TRIGGER practice_append_only BEFORE UPDATE OR DELETE ON app.practice
     FOR EACH ROW EXECUTE FUNCTION app.refuse_change()`,
  `CREATE TRIGGER practice_never_empty BEFORE TRUNCATE ON app.practice
     FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change()`,
];

/* References of drills would clash with nothing, but their counters have no place in the old key. */
const back = [
  `DROP TABLE "app"."practice"`,
  `ALTER TABLE "app"."timer" DROP CONSTRAINT "timer_kind"`,
  `DROP INDEX "app"."incident_by_version"`,
  `DELETE FROM "app"."incident_counter" WHERE "drill"`,
  `ALTER TABLE "app"."incident_counter" DROP CONSTRAINT "incident_counter_pkey"`,
  `ALTER TABLE "app"."incident_counter" DROP COLUMN "drill"`,
  `ALTER TABLE "app"."incident_counter"
     ADD CONSTRAINT "incident_counter_pkey" PRIMARY KEY ("site_id", "local_date")`,
];
