import { Button, Loader } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useVisitorTexts } from '../../lib/i18n/visitors';
import { ApiProblem } from '../../lib/problem';
import type { VisitorDay } from '../../lib/types';
import { type Day, weekdayOf } from '../../lib/zoned-time';
import { dayWords } from '../roster/day-words';
import { DayNote } from './day-note';
import { readFigure } from './figure-draft';
import type { Month } from './month';
import { useEnter } from './use-visitors';
import classes from './visitors.module.css';

type Props = { siteId: string; timeZone: string; month: Month; day: VisitorDay; today: Day };

/** One day: its field saves itself when it is left; what is typed stays until it is saved. */
export function DayRow({ siteId, timeZone, month, day, today }: Props) {
  const { v, t, language } = useVisitorTexts();
  const [draft, setDraft] = useState<string | null>(null);
  const enter = useEnter(siteId, month);
  const read = draft === null ? null : readFigure(draft);
  const wrong = read && 'wrong' in read ? v(`day.${read.wrong}`) : null;
  const refused = enter.error instanceof ApiProblem ? (enter.error.errors[0]?.message ?? enter.error.detail) : null;
  const failed = refused ?? (enter.error ? t('app.networkTitle') : null);
  const save = () => {
    if (!read || 'wrong' in read || enter.isPending) return;
    if (read.visitors === day.visitors) setDraft(null);
    else enter.mutate({ day: day.day, visitors: read.visitors }, { onSuccess: () => setDraft(null) });
  };
  return (
    <tr
      data-missing={day.isMissing && draft === null}
      data-odd={day.warning !== null}
      data-closed={!day.isOpen}
      data-week={weekdayOf(day.day) === 1}
    >
      <th scope="row">{dayWords(day.day, language)}</th>
      <td className={classes.field}>
        <input
          inputMode="numeric"
          enterKeyHint="next"
          autoComplete="off"
          maxLength={20}
          aria-label={v('day.of', { day: dayWords(day.day, language) })}
          aria-invalid={wrong !== null || failed !== null}
          value={draft ?? day.visitors ?? ''}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            setDraft(event.currentTarget.value);
            enter.reset();
          }}
          onBlur={save}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setDraft(null);
            else moveOn(event);
          }}
        />
        <span role="status" className={classes.state}>
          {enter.isPending && <Loader size={18} aria-label={t('app.loading')} />}
          {enter.isSuccess && draft === null && (
            <IconCheck size={18} aria-label={v('day.saved')} className={classes.saved} />
          )}
        </span>
      </td>
      <td className={classes.note}>
        {wrong !== null || failed !== null ? (
          <p className={classes.wrong} role="alert">
            {wrong ?? failed}
            {failed !== null && refused === null && (
              <Button variant="default" onClick={save}>
                {v('day.retry')}
              </Button>
            )}
          </p>
        ) : (
          <DayNote day={day} timeZone={timeZone} isToday={day.day === today} />
        )}
      </td>
    </tr>
  );
}

/** Enter and the arrows go to the field below or above, which saves the one that is left. */
function moveOn(event: KeyboardEvent<HTMLInputElement>): void {
  const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.nativeEvent.isComposing) return;
  event.preventDefault();
  const fields = [...(event.currentTarget.closest('table')?.querySelectorAll('input') ?? [])];
  const next = fields[fields.indexOf(event.currentTarget) + step];
  if (next) next.focus();
  else event.currentTarget.blur();
}
