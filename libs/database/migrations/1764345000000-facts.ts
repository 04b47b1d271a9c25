import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the analysis counts, one narrow row per incident, and the review that may correct it. */
export class Facts1764345000000 implements MigrationInterface {
  name = 'Facts1764345000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "app"."incident_review"`);
    await runner.query(`DROP TABLE "app"."incident_fact"`);
  }
}

const statements = [
  `CREATE TABLE "app"."incident_fact" (
    "incident_id" uuid NOT NULL,
    "site_id" uuid NOT NULL,
    "received_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "day" date NOT NULL,
    "week" date NOT NULL,
    "hour" smallint NOT NULL,
    "playbook_id" text NOT NULL,
    "playbook_version" integer NOT NULL,
    "register" text,
    "severity" text NOT NULL,
    "place_id" uuid,
    "post" text,
    "channel" text,
    "category" text,
    "cause" text,
    "justified" text,
    "remedy" text,
    "satisfaction" text,
    "first_response_seconds" integer,
    "acknowledged_seconds" integer,
    "resolved_seconds" integer,
    "closed_at" TIMESTAMP WITH TIME ZONE,
    "resolve_by" TIMESTAMP WITH TIME ZONE,
    "within_target" boolean,
    "levels_called" smallint NOT NULL,
    "reopened" smallint NOT NULL,
    "steps_due" smallint NOT NULL,
    "steps_on_time" smallint NOT NULL,
    "steps_skipped" smallint NOT NULL,
    "status" text NOT NULL,
    CONSTRAINT "incident_fact_hour" CHECK (hour between 0 and 23),
    CONSTRAINT "incident_fact_pkey" PRIMARY KEY ("incident_id")
  )`,
  `CREATE INDEX "incident_fact_by_site" ON "app"."incident_fact" ("site_id", "week")`,
  `CREATE INDEX "incident_fact_complaints" ON "app"."incident_fact" ("week") WHERE register = 'complaint'`,
  `CREATE INDEX "incident_fact_by_day" ON "app"."incident_fact" ("day")`,
  `CREATE INDEX "incident_fact_running" ON "app"."incident_fact" ("resolve_by") WHERE within_target is null`,
  `CREATE TABLE "app"."incident_review" (
    "incident_id" uuid NOT NULL,
    "category" text,
    "cause" text,
    "justified" text,
    "remedy" text,
    "satisfaction" text,
    "note" text NOT NULL DEFAULT '',
    "reviewed_by_id" uuid NOT NULL,
    "reviewed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT app.app_now(),
    CONSTRAINT "incident_review_note_length" CHECK (length(note) <= 4000),
    CONSTRAINT "incident_review_pkey" PRIMARY KEY ("incident_id")
  )`,
  `ALTER TABLE "app"."incident_fact" ADD CONSTRAINT "incident_fact_incident_fkey" FOREIGN KEY ("incident_id") REFERENCES "app"."incident"("id")`,
  `ALTER TABLE "app"."incident_review" ADD CONSTRAINT "incident_review_incident_fkey" FOREIGN KEY ("incident_id") REFERENCES "app"."incident"("id")`,
  `ALTER TABLE "app"."incident_review" ADD CONSTRAINT "incident_review_reviewed_by_fkey" FOREIGN KEY ("reviewed_by_id") REFERENCES "app"."person"("id")`,
];
