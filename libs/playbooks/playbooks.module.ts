import { Module } from '@nestjs/common';
import { LoadPlaybooks } from './load-playbooks';
import { Playbooks } from './playbooks';

@Module({ providers: [Playbooks, LoadPlaybooks], exports: [Playbooks, LoadPlaybooks] })
export class PlaybooksModule {}
