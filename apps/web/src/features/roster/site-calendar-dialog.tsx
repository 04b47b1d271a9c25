import { Dialog } from '../../ui/dialog';
import { useDutyTexts } from '../../lib/i18n/duty';
import { CalendarAddress } from './calendar-address';
import { useCalendar } from './use-calendar';

/** A calendar with everybody's shifts at a site. */
export function SiteCalendarDialog({ siteId, onClose }: { siteId: string; onClose: () => void }) {
  const { d } = useDutyTexts();
  const calendar = useCalendar(siteId);
  return (
    <Dialog opened onClose={onClose} title={d('calendar.siteTitle')}>
      <CalendarAddress calendar={calendar} text={d('calendar.siteText')} />
    </Dialog>
  );
}
