import { Module } from '@nestjs/common';
import { VisitorCounters } from './visitor-counters';
import { VisitorLog } from './visitor-log';
import { Visitors } from './visitors';
import { VisitorsImport } from './visitors-import';

const services = [Visitors, VisitorsImport, VisitorLog, VisitorCounters];

/** How many came: what complaints are counted against. */
@Module({ providers: services, exports: services })
export class VisitorsModule {}
