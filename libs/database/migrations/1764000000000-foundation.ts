import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The whole schema of the first release; what TypeORM cannot declare (function, trigger) stands first and last. */
export class Foundation1764000000000 implements MigrationInterface {
  name = 'Foundation1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...before, ...tables, ...after]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA app CASCADE');
  }
}

const before = [
  /* All SQL takes the time from here; test databases replace the body by one with an offset. */
  `CREATE OR REPLACE FUNCTION app.app_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS 'SELECT now()'`,
  `CREATE FUNCTION app.current_xact() RETURNS bigint LANGUAGE sql AS 'SELECT pg_current_xact_id()::text::bigint'`,
];

const tables = [
  `CREATE TABLE "app"."person" (
    "id" uuid NOT NULL,
    "user_id" uuid,
    "name" text NOT NULL,
    "email" text NOT NULL,
    "language" text NOT NULL DEFAULT 'zh',
    "active" boolean NOT NULL DEFAULT true,
    "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT app.app_now(),
    CONSTRAINT "person_user_key" UNIQUE ("user_id"),
    CONSTRAINT "person_email_key" UNIQUE ("email"),
    CONSTRAINT "person_language" CHECK (language in ('zh', 'en')),
    CONSTRAINT "person_email_lower" CHECK (email = lower(email)),
    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
  )`,
  `CREATE TABLE "app"."site" (
    "id" uuid NOT NULL,
    "code" text NOT NULL,
    "name" jsonb NOT NULL,
    "time_zone" text NOT NULL DEFAULT 'Asia/Shanghai',
    "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT app.app_now(),
    CONSTRAINT "site_code_key" UNIQUE ("code"),
    CONSTRAINT "site_code_form" CHECK (code ~ '^[A-Z][A-Z0-9]{1,9}$'),
    CONSTRAINT "site_pkey" PRIMARY KEY ("id")
  )`,
  `CREATE TABLE "app"."place" (
    "id" uuid NOT NULL,
    "site_id" uuid NOT NULL,
    "code" text NOT NULL,
    "name" jsonb NOT NULL,
    CONSTRAINT "place_site_code_key" UNIQUE ("site_id", "code"),
    CONSTRAINT "place_pkey" PRIMARY KEY ("id")
  )`,
  `CREATE TABLE "app"."playbook_version" (
    "id" uuid NOT NULL,
    "playbook_id" text NOT NULL,
    "version" integer NOT NULL,
    "content_hash" text NOT NULL,
    "content" json NOT NULL,
    "source" text NOT NULL,
    "loaded_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT app.app_now(),
    CONSTRAINT "playbook_version_key" UNIQUE ("playbook_id", "version"),
    CONSTRAINT "playbook_version_pkey" PRIMARY KEY ("id")
  )`,
  `CREATE TABLE "app"."incident" (
    "id" uuid NOT NULL,
    "reference" text NOT NULL,
    "site_id" uuid NOT NULL,
    "place_id" uuid,
    "playbook_version_id" uuid NOT NULL,
    "severity" text NOT NULL,
    "status" text NOT NULL DEFAULT 'open',
    "summary" text NOT NULL DEFAULT '',
    "opened_by_id" uuid NOT NULL,
    "opened_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "occurred_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "resolved_at" TIMESTAMP WITH TIME ZONE,
    "closed_at" TIMESTAMP WITH TIME ZONE,
    "policies" jsonb NOT NULL,
    "drill" boolean NOT NULL DEFAULT false,
    "restricted" boolean NOT NULL DEFAULT false,
    CONSTRAINT "incident_reference_key" UNIQUE ("reference"),
    CONSTRAINT "incident_summary_length" CHECK (length(summary) <= 4000),
    CONSTRAINT "incident_severity" CHECK (severity in ('low', 'normal', 'high', 'critical')),
    CONSTRAINT "incident_status" CHECK (status in ('open', 'in_progress', 'resolved', 'closed', 'reopened', 'cancelled')),
    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
  )`,
  `CREATE INDEX "incident_by_opener" ON "app"."incident"  ("opened_by_id", "id")`,
  `CREATE INDEX "incident_by_site" ON "app"."incident"  ("site_id", "id")`,
  `CREATE TABLE "app"."escalation" (
    "id" uuid NOT NULL,
    "incident_id" uuid NOT NULL,
    "policy_id" text NOT NULL,
    "cause" text NOT NULL,
    "step_id" text,
    "levels_called" smallint NOT NULL DEFAULT '0',
    "started_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "last_called_at" TIMESTAMP WITH TIME ZONE,
    "acknowledged_at" TIMESTAMP WITH TIME ZONE,
    "acknowledged_by_id" uuid,
    "last_progress_at" TIMESTAMP WITH TIME ZONE,
    "ended_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "escalation_cause" CHECK (cause in ('opened', 'called', 'step', 'overdue')),
    CONSTRAINT "escalation_pkey" PRIMARY KEY ("id")
  )`,
  `CREATE INDEX "escalation_by_incident" ON "app"."escalation"  ("incident_id")`,
  `CREATE TABLE "app"."notification" (
    "id" uuid NOT NULL,
    "dedupe_key" text NOT NULL,
    "incident_id" uuid,
    "escalation_id" uuid,
    "recipient_id" uuid NOT NULL,
    "channel" text NOT NULL DEFAULT 'mail',
    "template" text NOT NULL,
    "variables" jsonb NOT NULL,
    "severity" text NOT NULL,
    "state" text NOT NULL DEFAULT 'pending',
    "attempts" integer NOT NULL DEFAULT '0',
    "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT app.app_now(),
    "next_attempt_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT app.app_now(),
    "lease_token" uuid,
    "accepted_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "notification_dedupe_key" UNIQUE ("dedupe_key"),
    CONSTRAINT "notification_state" CHECK (state in ('pending', 'sending', 'accepted', 'failed', 'withdrawn')),
    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
  )`,
  `CREATE INDEX "notification_by_incident" ON "app"."notification"  ("incident_id")`,
  `CREATE INDEX "notification_due" ON "app"."notification"  ("next_attempt_at") WHERE state in ('pending', 'sending')`,
  `CREATE TABLE "app"."acknowledgement_token" (
    "token_hash" text NOT NULL,
    "notification_id" uuid NOT NULL,
    "incident_id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT app.app_now(),
    "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "used_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "acknowledgement_token_pkey" PRIMARY KEY ("token_hash")
  )`,
  `CREATE INDEX "acknowledgement_token_by_notification" ON "app"."acknowledgement_token"  ("notification_id")`,
  `CREATE TABLE "app"."delivery" (
    "id" uuid NOT NULL,
    "notification_id" uuid NOT NULL,
    "attempt" integer NOT NULL,
    "address" text NOT NULL,
    "started_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "finished_at" TIMESTAMP WITH TIME ZONE,
    "outcome" text,
    "smtp_code" integer,
    "error" text,
    CONSTRAINT "delivery_attempt_key" UNIQUE ("notification_id", "attempt"),
    CONSTRAINT "delivery_outcome" CHECK (outcome in ('accepted', 'temporary', 'permanent', 'ambiguous')),
    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
  )`,
  `CREATE TABLE "app"."escalation_policy_version" (
    "policy_id" text NOT NULL,
    "version" integer NOT NULL,
    "content" jsonb NOT NULL,
    "loaded_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT app.app_now(),
    CONSTRAINT "escalation_policy_version_pkey" PRIMARY KEY ("policy_id", "version")
  )`,
  `CREATE TABLE "app"."idempotency_key" (
    "person_id" uuid NOT NULL,
    "key" text NOT NULL,
    "route" text NOT NULL,
    "body_hash" text NOT NULL,
    "status" integer,
    "response" jsonb,
    "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT app.app_now(),
    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("person_id", "key")
  )`,
  `CREATE INDEX "idempotency_key_age" ON "app"."idempotency_key"  ("created_at")`,
  `CREATE TABLE "app"."incident_counter" (
    "site_id" uuid NOT NULL,
    "local_date" date NOT NULL,
    "last_number" integer NOT NULL,
    CONSTRAINT "incident_counter_pkey" PRIMARY KEY ("site_id", "local_date")
  )`,
  `CREATE TABLE "app"."incident_step" (
    "incident_id" uuid NOT NULL,
    "step_id" text NOT NULL,
    "position" smallint NOT NULL,
    "state" text NOT NULL,
    "ready_at" TIMESTAMP WITH TIME ZONE,
    "due_at" TIMESTAMP WITH TIME ZONE,
    "owner_post" text,
    "assignee_id" uuid,
    "answers" jsonb,
    "note" text NOT NULL DEFAULT '',
    "settled_by_id" uuid,
    "settled_at" TIMESTAMP WITH TIME ZONE,
    "done_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "incident_step_note_length" CHECK (length(note) <= 4000),
    CONSTRAINT "incident_step_state" CHECK (state in ('waiting', 'ready', 'done', 'skipped', 'not_needed')),
    CONSTRAINT "incident_step_pkey" PRIMARY KEY ("incident_id", "step_id")
  )`,
  `CREATE INDEX "incident_step_assignee" ON "app"."incident_step"  ("assignee_id") WHERE state = 'ready'`,
  `CREATE TABLE "app"."role_grant" (
    "id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    "role" text NOT NULL,
    "site_id" uuid,
    CONSTRAINT "role_grant_role" CHECK (role in ('staff', 'supervisor', 'manager', 'administrator')),
    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
  )`,
  `CREATE INDEX "role_grant_site" ON "app"."role_grant"  ("site_id", "role")`,
  `CREATE UNIQUE INDEX "role_grant_everywhere_once" ON "app"."role_grant"  ("person_id", "role") WHERE site_id is null`,
  `CREATE UNIQUE INDEX "role_grant_once" ON "app"."role_grant"  ("person_id", "role", "site_id") WHERE site_id is not null`,
  `CREATE TABLE "app"."shift" (
    "id" uuid NOT NULL,
    "site_id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    "post" text NOT NULL,
    "starts_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "ends_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "shift_once" UNIQUE ("site_id", "person_id", "post", "starts_at"),
    CONSTRAINT "shift_ends_after_start" CHECK (ends_at > starts_at),
    CONSTRAINT "shift_pkey" PRIMARY KEY ("id")
  )`,
  `CREATE INDEX "shift_on_duty" ON "app"."shift"  ("site_id", "post", "starts_at", "ends_at")`,
  `CREATE TABLE "app"."timeline_entry" (
    "id" uuid NOT NULL,
    "xid" bigint NOT NULL DEFAULT app.current_xact(),
    "incident_id" uuid NOT NULL,
    "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT app.app_now(),
    "kind" text NOT NULL,
    "actor_id" uuid,
    "data" jsonb NOT NULL,
    CONSTRAINT "timeline_entry_pkey" PRIMARY KEY ("id")
  )`,
  `CREATE INDEX "timeline_entry_stream" ON "app"."timeline_entry"  ("xid", "id")`,
  `CREATE INDEX "timeline_entry_by_incident" ON "app"."timeline_entry"  ("incident_id", "at", "id")`,
  `CREATE TABLE "app"."timer" (
    "id" uuid NOT NULL,
    "key" text NOT NULL,
    "kind" text NOT NULL,
    "incident_id" uuid NOT NULL,
    "subject" text NOT NULL,
    "gen" integer NOT NULL DEFAULT '1',
    "due_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "state" text NOT NULL DEFAULT 'armed',
    "hinted_gen" integer NOT NULL DEFAULT '0',
    "hint_no" integer NOT NULL DEFAULT '0',
    "fired_at" TIMESTAMP WITH TIME ZONE,
    "fired_by" text,
    "failures" integer NOT NULL DEFAULT '0',
    "last_error" text,
    "retry_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "timer_key" UNIQUE ("key"),
    CONSTRAINT "timer_state" CHECK (state in ('armed', 'fired', 'cancelled')),
    CONSTRAINT "timer_pkey" PRIMARY KEY ("id")
  )`,
  `CREATE INDEX "timer_by_incident" ON "app"."timer"  ("incident_id")`,
  `CREATE INDEX "timer_due" ON "app"."timer"  ("due_at") WHERE state = 'armed'`,
  `ALTER TABLE "app"."place" ADD CONSTRAINT "place_site_fkey" FOREIGN KEY ("site_id") REFERENCES "app"."site"("id")`,
  `ALTER TABLE "app"."incident" ADD CONSTRAINT "incident_site_fkey" FOREIGN KEY ("site_id") REFERENCES "app"."site"("id")`,
  `ALTER TABLE "app"."incident" ADD CONSTRAINT "incident_place_fkey" FOREIGN KEY ("place_id") REFERENCES "app"."place"("id")`,
  `ALTER TABLE "app"."incident" ADD CONSTRAINT "incident_playbook_version_fkey" FOREIGN KEY ("playbook_version_id") REFERENCES "app"."playbook_version"("id")`,
  `ALTER TABLE "app"."incident" ADD CONSTRAINT "incident_opened_by_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "app"."person"("id")`,
  `ALTER TABLE "app"."escalation" ADD CONSTRAINT "escalation_incident_fkey" FOREIGN KEY ("incident_id") REFERENCES "app"."incident"("id")`,
  `ALTER TABLE "app"."escalation" ADD CONSTRAINT "escalation_acknowledged_by_fkey" FOREIGN KEY ("acknowledged_by_id") REFERENCES "app"."person"("id")`,
  `ALTER TABLE "app"."notification" ADD CONSTRAINT "notification_incident_fkey" FOREIGN KEY ("incident_id") REFERENCES "app"."incident"("id")`,
  `ALTER TABLE "app"."notification" ADD CONSTRAINT "notification_escalation_fkey" FOREIGN KEY ("escalation_id") REFERENCES "app"."escalation"("id")`,
  `ALTER TABLE "app"."notification" ADD CONSTRAINT "notification_recipient_fkey" FOREIGN KEY ("recipient_id") REFERENCES "app"."person"("id")`,
  `ALTER TABLE "app"."acknowledgement_token" ADD CONSTRAINT "acknowledgement_token_notification_fkey" FOREIGN KEY ("notification_id") REFERENCES "app"."notification"("id")`,
  `ALTER TABLE "app"."acknowledgement_token" ADD CONSTRAINT "acknowledgement_token_incident_fkey" FOREIGN KEY ("incident_id") REFERENCES "app"."incident"("id")`,
  `ALTER TABLE "app"."acknowledgement_token" ADD CONSTRAINT "acknowledgement_token_person_fkey" FOREIGN KEY ("person_id") REFERENCES "app"."person"("id")`,
  `ALTER TABLE "app"."delivery" ADD CONSTRAINT "delivery_notification_fkey" FOREIGN KEY ("notification_id") REFERENCES "app"."notification"("id")`,
  `ALTER TABLE "app"."idempotency_key" ADD CONSTRAINT "idempotency_key_person_fkey" FOREIGN KEY ("person_id") REFERENCES "app"."person"("id") ON DELETE CASCADE`,
  `ALTER TABLE "app"."incident_counter" ADD CONSTRAINT "incident_counter_site_fkey" FOREIGN KEY ("site_id") REFERENCES "app"."site"("id")`,
  `ALTER TABLE "app"."incident_step" ADD CONSTRAINT "incident_step_incident_fkey" FOREIGN KEY ("incident_id") REFERENCES "app"."incident"("id")`,
  `ALTER TABLE "app"."incident_step" ADD CONSTRAINT "incident_step_assignee_fkey" FOREIGN KEY ("assignee_id") REFERENCES "app"."person"("id")`,
  `ALTER TABLE "app"."incident_step" ADD CONSTRAINT "incident_step_settled_by_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "app"."person"("id")`,
  `ALTER TABLE "app"."role_grant" ADD CONSTRAINT "role_grant_person_fkey" FOREIGN KEY ("person_id") REFERENCES "app"."person"("id") ON DELETE CASCADE`,
  `ALTER TABLE "app"."role_grant" ADD CONSTRAINT "role_grant_site_fkey" FOREIGN KEY ("site_id") REFERENCES "app"."site"("id")`,
  `ALTER TABLE "app"."shift" ADD CONSTRAINT "shift_site_fkey" FOREIGN KEY ("site_id") REFERENCES "app"."site"("id")`,
  `ALTER TABLE "app"."shift" ADD CONSTRAINT "shift_person_fkey" FOREIGN KEY ("person_id") REFERENCES "app"."person"("id")`,
  `ALTER TABLE "app"."timeline_entry" ADD CONSTRAINT "timeline_entry_incident_fkey" FOREIGN KEY ("incident_id") REFERENCES "app"."incident"("id")`,
  `ALTER TABLE "app"."timeline_entry" ADD CONSTRAINT "timeline_entry_actor_fkey" FOREIGN KEY ("actor_id") REFERENCES "app"."person"("id")`,
  `ALTER TABLE "app"."timer" ADD CONSTRAINT "timer_incident_fkey" FOREIGN KEY ("incident_id") REFERENCES "app"."incident"("id")`,
];

/* The record may be added to, never altered: not a row, and not all rows at once. */
const after = [
  `CREATE FUNCTION app.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$`,
  ...['timeline_entry', 'playbook_version', 'escalation_policy_version'].flatMap((table) => [
    `CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON app.${table}
     FOR EACH ROW EXECUTE FUNCTION app.refuse_change()`,
    `CREATE TRIGGER ${table}_never_empty BEFORE TRUNCATE ON app.${table}
     FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change()`,
  ]),
];
