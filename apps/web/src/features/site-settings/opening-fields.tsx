import { ActionIcon, Button, TextInput } from '@mantine/core';
import type { Weekday } from '@zenmeban/domain/engine';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../lib/i18n';
import { useDutyTexts } from '../../lib/i18n/duty';
import { addDays } from '../../lib/zoned-time';
import { dayWords, weekdayWords } from '../roster/day-words';
import { type DayDraft, type OpeningDraft, weekdays } from './opening-draft';
import classes from './site-settings.module.css';

type Props = { draft: OpeningDraft; onChange: (draft: OpeningDraft) => void };

/** Any Monday, to name the weekdays by. */
const aMonday = '2024-01-01';

/** Open at any hour, or by weekday with special days before it. */
export function OpeningFields({ draft, onChange }: Props) {
  const { language } = useTexts();
  const { d } = useDutyTexts();
  const nameOf = (weekday: Weekday) => weekdayWords(addDays(aMonday, Number(weekday) - 1), language);
  const setWeek = (weekday: Weekday, day: DayDraft) => onChange({ ...draft, week: { ...draft.week, [weekday]: day } });
  const sameAll = () => {
    const monday = draft.week['1'];
    onChange({
      ...draft,
      week: { '1': monday, '2': monday, '3': monday, '4': monday, '5': monday, '6': monday, '7': monday },
    });
  };
  return (
    <>
      <h2>{d('site.opening')}</h2>
      <p className={classes.hint}>{d('site.openingHint')}</p>
      <label className={classes.check}>
        <input
          type="checkbox"
          checked={draft.anyHour}
          onChange={(event) => onChange({ ...draft, anyHour: event.currentTarget.checked })}
        />
        {d('site.anyHour')}
      </label>
      {!draft.anyHour && (
        <>
          <div className={classes.rowHead}>
            <h3>{d('site.byWeek')}</h3>
            <Button variant="subtle" onClick={sameAll}>
              {d('site.sameAll')}
            </Button>
          </div>
          {weekdays.map((weekday) => (
            <DayHours
              key={weekday}
              name={nameOf(weekday)}
              day={draft.week[weekday]}
              onChange={(day) => setWeek(weekday, day)}
            />
          ))}
          <SpecialDays draft={draft} onChange={onChange} />
        </>
      )}
    </>
  );
}

type DayProps = { name: string; day: DayDraft; onChange: (day: DayDraft) => void; onRemove?: () => void };

function DayHours({ name, day, onChange, onRemove }: DayProps) {
  const { d } = useDutyTexts();
  return (
    <div className={classes.day}>
      <label className={classes.check}>
        <input
          type="checkbox"
          aria-label={d('site.openOn', { day: name })}
          checked={day.open}
          onChange={(event) => onChange({ ...day, open: event.currentTarget.checked })}
        />
        <span>{name}</span>
      </label>
      {day.open ? (
        <span className={classes.hours}>
          <TextInput
            type="time"
            aria-label={d('site.fromOn', { day: name })}
            value={day.from}
            onChange={(event) => onChange({ ...day, from: event.currentTarget.value })}
          />
          –
          <TextInput
            type="time"
            aria-label={d('site.untilOn', { day: name })}
            value={day.until}
            onChange={(event) => onChange({ ...day, until: event.currentTarget.value })}
          />
          <small>
            {day.until === day.from ? d('site.aroundTheClock') : day.until < day.from && d('site.overnight')}
          </small>
        </span>
      ) : (
        <span className={classes.hint}>{d('site.closed')}</span>
      )}
      {onRemove && (
        <ActionIcon color="red" aria-label={d('site.removeDay', { day: name })} onClick={onRemove}>
          <IconTrash size={20} />
        </ActionIcon>
      )}
    </div>
  );
}

function SpecialDays({ draft, onChange }: Props) {
  const { language } = useTexts();
  const { d } = useDutyTexts();
  const [date, setDate] = useState('');
  const isThere = draft.days.some((day) => day.date === date);
  const add = () => {
    const days = [...draft.days, { ...draft.week['1'], date, open: false }];
    onChange({ ...draft, days: days.toSorted((a, b) => a.date.localeCompare(b.date)) });
    setDate('');
  };
  return (
    <>
      <h3>{d('site.special')}</h3>
      <p className={classes.hint}>{d('site.specialHint')}</p>
      {draft.days.length === 0 && <p className={classes.hint}>{d('site.noSpecial')}</p>}
      {draft.days.map((day) => (
        <DayHours
          key={day.date}
          name={`${day.date.slice(0, 4)} ${dayWords(day.date, language)}`}
          day={day}
          onChange={(changed) =>
            onChange({ ...draft, days: draft.days.map((one) => (one === day ? { ...changed, date: day.date } : one)) })
          }
          onRemove={() => onChange({ ...draft, days: draft.days.filter((one) => one !== day) })}
        />
      ))}
      <div className={classes.addDay}>
        <TextInput
          type="date"
          label={d('site.date')}
          value={date}
          error={isThere ? d('site.hasDay') : null}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
        <Button variant="default" leftSection={<IconPlus size={20} />} disabled={date === '' || isThere} onClick={add}>
          {d('site.addDay')}
        </Button>
      </div>
    </>
  );
}
