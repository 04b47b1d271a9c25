import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the notices that are told in another one's message. */
export class CarriedNotices1764330000000 implements MigrationInterface {
  name = 'CarriedNotices1764330000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX "notification_by_carrier" ON "app"."notification" ("carried_by_id") WHERE carried_by_id is not null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "app"."notification_by_carrier"`);
  }
}
