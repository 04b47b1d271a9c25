import { Module } from '@nestjs/common';
import { FactProjector } from './facts/fact-projector';
import { FactRounds } from './facts/fact-rounds';

@Module({ providers: [FactProjector, FactRounds], exports: [FactProjector, FactRounds] })
export class AnalysisModule {}
