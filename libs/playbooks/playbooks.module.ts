import { Module } from '@nestjs/common';
import { LoadPlaybooks } from './load-playbooks';
import { Playbooks } from './playbooks';
import { PracticeLog } from './practice-log';

@Module({
  providers: [Playbooks, LoadPlaybooks, PracticeLog],
  exports: [Playbooks, LoadPlaybooks, PracticeLog],
})
export class PlaybooksModule {}
