import { Module } from '@nestjs/common';
import { LoadPlaybooks } from './load-playbooks';
import { PlaybookSearch } from './playbook-search';
import { Playbooks } from './playbooks';
import { PracticeLog } from './practice-log';

@Module({
  providers: [Playbooks, LoadPlaybooks, PlaybookSearch, PracticeLog],
  exports: [Playbooks, LoadPlaybooks, PlaybookSearch, PracticeLog],
})
export class PlaybooksModule {}
