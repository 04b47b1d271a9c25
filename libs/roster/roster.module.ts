import { Module } from '@nestjs/common';
import { Roster } from './roster';

@Module({ providers: [Roster], exports: [Roster] })
export class RosterModule {}
