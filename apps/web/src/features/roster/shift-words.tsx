import { useTexts } from '../../lib/i18n';
import type { MyShift } from '../../lib/types';
import { spanWords } from './day-words';

/** When, on which post and where a shift is. */
export function ShiftWords({ shift }: { shift: MyShift }) {
  const { t, say, language } = useTexts();
  return (
    <>
      <strong>{spanWords(shift, shift.site.timeZone, language)}</strong>
      {` ${t(`post.${shift.post}`)} · ${say(shift.site.name)}`}
    </>
  );
}
