import { Module } from '@nestjs/common';
import { FactProjector } from './facts/fact-projector';
import { FactRounds } from './facts/fact-rounds';
import { ComplaintAnalysis } from './queries/complaint-analysis';

@Module({
  providers: [FactProjector, FactRounds, ComplaintAnalysis],
  exports: [FactProjector, FactRounds, ComplaintAnalysis],
})
export class AnalysisModule {}
