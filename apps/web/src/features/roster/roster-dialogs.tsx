import type { Post } from '@zenmeban/domain/engine';
import type { Roster } from '../../lib/types';
import type { Day } from '../../lib/zoned-time';
import { AddShiftDialog } from './add-shift-dialog';
import { ChangeShiftDialog } from './change-shift-dialog';
import { ChangesDialog } from './changes-dialog';
import { CopyWeekDialog } from './copy-week-dialog';
import { EndStandInDialog } from './end-stand-in-dialog';
import { LeaveDialog } from './leave-dialog';
import { SiteCalendarDialog } from './site-calendar-dialog';
import { StandInDialog } from './stand-in-dialog';
import type { Done } from './use-roster';
import type { Entry } from './week-grid';

/** What was asked for on the roster. */
export type Asked =
  | { what: 'add'; at: { post: Post | null; day: Day; gap?: { startsAt: string; endsAt: string } } }
  | { what: 'entry'; entry: Entry }
  | { what: 'standIn'; from: Entry | null }
  | { what: 'leave'; personId: string | null }
  | { what: 'copy' | 'changes' | 'calendar' };

type Props = {
  roster: Roster;
  days: readonly Day[];
  asked: Asked | null;
  onAsk: (asked: Asked) => void;
  onClose: () => void;
  onDone: (done: Done) => void;
};

/** The one dialog that is open, if any. */
export function RosterDialogs({ roster, days, asked, onAsk, onClose, onDone }: Props) {
  const done = (what: Done) => {
    onClose();
    onDone(what);
  };
  const dialog = { roster, onClose, onDone: done };
  switch (asked?.what) {
    case undefined:
      return null;
    case 'add':
      return <AddShiftDialog {...dialog} days={days} at={asked.at} />;
    case 'entry':
      return 'shift' in asked.entry ? (
        <ChangeShiftDialog
          {...dialog}
          shift={asked.entry.shift}
          onStandIn={() => onAsk({ what: 'standIn', from: asked.entry })}
          onLeave={(personId) => onAsk({ what: 'leave', personId })}
        />
      ) : (
        <EndStandInDialog {...dialog} override={asked.entry.override} />
      );
    case 'standIn':
      return <StandInDialog {...dialog} days={days} from={asked.from} />;
    case 'leave':
      return <LeaveDialog {...dialog} days={days} personId={asked.personId} />;
    case 'copy':
      return <CopyWeekDialog {...dialog} days={days} />;
    case 'changes':
      return <ChangesDialog site={roster.site} onClose={onClose} />;
    case 'calendar':
      return <SiteCalendarDialog siteId={roster.site.id} onClose={onClose} />;
  }
}
