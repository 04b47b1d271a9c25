import { Foundation1764000000000 } from './1764000000000-foundation';
import { Practice1764100000000 } from './1764100000000-practice';
import { SearchWords1764200000000 } from './1764200000000-search-words';
import { DutyAndChannels1764300000000 } from './1764300000000-duty-and-channels';
import { HandedOverBy1764310000000 } from './1764310000000-handed-over-by';
import { DutyWarnings1764320000000 } from './1764320000000-duty-warnings';
import { CarriedNotices1764330000000 } from './1764330000000-carried-notices';
import { Watching1764340000000 } from './1764340000000-watching';
import { SweptFirings1764340100000 } from './1764340100000-swept-firings';
import { SweptIncidents1764340200000 } from './1764340200000-swept-incidents';
import { PlannedShifts1764341000000 } from './1764341000000-planned-shifts';
import { ChannelsSwitchedOff1764341100000 } from './1764341100000-channels-switched-off';
import { Facts1764345000000 } from './1764345000000-facts';
import { FactChecks1764345100000 } from './1764345100000-fact-checks';
import { Visitors1764346000000 } from './1764346000000-visitors';

/** In order; a migration that was released is never edited. */
export const migrations = [
  Foundation1764000000000,
  Practice1764100000000,
  SearchWords1764200000000,
  DutyAndChannels1764300000000,
  HandedOverBy1764310000000,
  DutyWarnings1764320000000,
  CarriedNotices1764330000000,
  Watching1764340000000,
  SweptFirings1764340100000,
  SweptIncidents1764340200000,
  PlannedShifts1764341000000,
  ChannelsSwitchedOff1764341100000,
  Facts1764345000000,
  FactChecks1764345100000,
  Visitors1764346000000,
];
