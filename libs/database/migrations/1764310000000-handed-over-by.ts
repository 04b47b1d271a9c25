import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who handed a chain over, to be told when it is not taken. */
export class HandedOverBy1764310000000 implements MigrationInterface {
  name = 'HandedOverBy1764310000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "app"."escalation" ADD "handed_over_by_id" uuid,
      ADD CONSTRAINT "escalation_handed_over_by_fkey" FOREIGN KEY ("handed_over_by_id") REFERENCES "app"."person"("id")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "app"."escalation" DROP "handed_over_by_id"`);
  }
}
