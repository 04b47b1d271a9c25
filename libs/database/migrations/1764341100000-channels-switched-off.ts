import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a channel is off when nobody switched it off, and when it was tested, which counts in its robot's limits. */
export class ChannelsSwitchedOff1764341100000 implements MigrationInterface {
  name = 'ChannelsSwitchedOff1764341100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "app"."channel"
         ADD "off_because" text,
         ADD "tested_at" TIMESTAMP WITH TIME ZONE array NOT NULL DEFAULT '{}',
         ADD CONSTRAINT "channel_off_because" CHECK (off_because is null or off_because = 'gone' and not enabled)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "app"."channel" DROP COLUMN "off_because", DROP COLUMN "tested_at"`);
  }
}
