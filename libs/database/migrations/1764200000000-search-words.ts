import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Everyday words by which playbooks are found. */
export class SearchWords1764200000000 implements MigrationInterface {
  name = 'SearchWords1764200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "app"."search_words" (
      "playbook_id" text NOT NULL,
      "words" jsonb NOT NULL,
      CONSTRAINT "search_words_pkey" PRIMARY KEY ("playbook_id")
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "app"."search_words"`);
  }
}
