import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Visitors per site and day, every change of them, and the counters at the door that report them. */
export class Visitors1764346000000 implements MigrationInterface {
  name = 'Visitors1764346000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['visitor_counter', 'visitors_change', 'visitors'])
      await runner.query(`DROP TABLE "app"."${table}"`);
  }
}

const statements = [
  `CREATE TABLE "app"."visitors" (
    "site_id" uuid NOT NULL,
    "day" date NOT NULL,
    "visitors" integer NOT NULL,
    "source" text NOT NULL,
    "entered_by_id" uuid,
    "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT app.app_now(),
    CONSTRAINT "visitors_entered_by" CHECK ((entered_by_id is null) = (source = 'counter')),
    CONSTRAINT "visitors_source" CHECK (source in ('typed', 'imported', 'counter')),
    CONSTRAINT "visitors_day" CHECK (day >= '2000-01-01'),
    CONSTRAINT "visitors_count" CHECK (visitors between 0 and 1000000),
    CONSTRAINT "visitors_pkey" PRIMARY KEY ("site_id", "day"),
    CONSTRAINT "visitors_site_fkey" FOREIGN KEY ("site_id") REFERENCES "app"."site"("id"),
    CONSTRAINT "visitors_entered_by_fkey" FOREIGN KEY ("entered_by_id") REFERENCES "app"."person"("id")
  )`,
  `CREATE TABLE "app"."visitors_change" (
    "id" uuid NOT NULL,
    "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT app.app_now(),
    "site_id" uuid NOT NULL,
    "day" date NOT NULL,
    "before" integer,
    "after" integer,
    "source" text NOT NULL,
    "actor_id" uuid,
    CONSTRAINT "visitors_change_source" CHECK (source in ('typed', 'imported', 'counter')),
    CONSTRAINT "visitors_change_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "visitors_change_site_fkey" FOREIGN KEY ("site_id") REFERENCES "app"."site"("id"),
    CONSTRAINT "visitors_change_actor_fkey" FOREIGN KEY ("actor_id") REFERENCES "app"."person"("id")
  )`,
  `CREATE INDEX "visitors_change_by_site" ON "app"."visitors_change" ("site_id", "id")`,
  `CREATE TRIGGER visitors_change_append_only BEFORE UPDATE OR DELETE ON app.visitors_change
     FOR EACH ROW EXECUTE FUNCTION app.refuse_change()`,
  `CREATE TRIGGER visitors_change_never_empty BEFORE TRUNCATE ON app.visitors_change
     FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change()`,
  `CREATE TABLE "app"."visitor_counter" (
    "token_hash" text NOT NULL,
    "site_id" uuid NOT NULL,
    "created_by_id" uuid NOT NULL,
    "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT app.app_now(),
    "heard_at" TIMESTAMP WITH TIME ZONE,
    "revoked_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "visitor_counter_pkey" PRIMARY KEY ("token_hash"),
    CONSTRAINT "visitor_counter_site_fkey" FOREIGN KEY ("site_id") REFERENCES "app"."site"("id"),
    CONSTRAINT "visitor_counter_created_by_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app"."person"("id")
  )`,
  `CREATE UNIQUE INDEX "visitor_counter_of_site" ON "app"."visitor_counter" ("site_id") WHERE revoked_at is null`,
];
