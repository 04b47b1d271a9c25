import type { Post } from '@zenmeban/domain/engine';
import { useState } from 'react';
import { api, body } from '../../lib/api';
import { useTexts } from '../../lib/i18n';
import { useDutyTexts } from '../../lib/i18n/duty';
import type { Roster, Shift } from '../../lib/types';
import { type Day, timeAt } from '../../lib/zoned-time';
import { ConflictWords } from './conflict-words';
import { conflictsOf } from './conflicts';
import { dayWords, weekdayWords } from './day-words';
import { DialogForm } from './dialog-form';
import classes from './dialogs.module.css';
import { type Hours, HoursField, PersonField, PostField } from './fields';
import { cancelShifts } from './shift-calls';
import { type Done, useRosterChange } from './use-roster';

type Props = {
  roster: Roster;
  days: readonly Day[];
  at: { post: Post | null; day: Day; gap?: { startsAt: string; endsAt: string } };
  onClose: () => void;
  onDone: (done: Done) => void;
};

/** One person on one post, on one day of the week or several. */
export function AddShiftDialog({ roster, days, at, onClose, onDone }: Props) {
  const { t, language } = useTexts();
  const { d } = useDutyTexts();
  const [post, setPost] = useState<Post>(at.post ?? roster.calledPosts[0] ?? 'supervisor');
  const [personId, setPersonId] = useState('');
  const [hours, setHours] = useState<Hours>(() => hoursToFill(roster, at.gap));
  const [chosen, setChosen] = useState<readonly Day[]>([at.day]);
  const choice = days.includes(at.day) ? days : [at.day, ...days];
  const drafts = chosen.map((date) => ({ personId, post, date, ...hours }));
  const add = useRosterChange(async () => {
    const added = await addAll(roster, drafts);
    if (added.length === 0) return { words: d('shift.thereAlready'), undo: null };
    const name = roster.people.find(({ id }) => id === personId)?.name ?? '';
    const facts = { name, post: t(`post.${post}`), hours: `${hours.start}–${hours.end}` };
    return {
      words:
        added.length > 1
          ? d('shift.addedMany', { ...facts, count: added.length })
          : d('shift.addedOne', { ...facts, day: dayWords(chosen[0] ?? at.day, language) }),
      undo: () => cancelShifts(roster.site.id, added),
    };
  }, onDone);
  const lacking = personId === '' ? d('shift.needPerson') : chosen.length === 0 ? d('shift.needDays') : null;
  return (
    <DialogForm
      title={d('shift.addTitle')}
      onClose={onClose}
      confirm={chosen.length > 1 ? d('shift.saveMany', { count: chosen.length }) : d('shift.saveOne')}
      lacking={lacking}
      action={add}
      onSubmit={() => add.mutate(undefined)}
    >
      <PostField value={post} onChange={setPost} />
      <PersonField label={d('common.person')} roster={roster} post={post} value={personId} onChange={setPersonId} />
      <HoursField roster={roster} value={hours} onChange={setHours} />
      <fieldset className={classes.fieldset}>
        <legend>{d('shift.days')}</legend>
        <div className={classes.days}>
          {choice.map((day) => (
            <button
              key={day}
              type="button"
              aria-pressed={chosen.includes(day)}
              aria-label={dayWords(day, language)}
              onClick={() => setChosen(choice.filter((one) => chosen.includes(one) !== (one === day)))}
            >
              <span>{weekdayWords(day, language)}</span>
              <strong>{Number(day.slice(8))}</strong>
            </button>
          ))}
        </div>
      </fieldset>
      {personId !== '' && <ConflictWords conflicts={drafts.flatMap((draft) => conflictsOf(draft, roster))} />}
    </DialogForm>
  );
}

/** The hours of a gap, or the first usual shift. */
function hoursToFill({ site, usualShifts }: Roster, gap?: { startsAt: string; endsAt: string }): Hours {
  const dayMs = 86_400_000;
  if (gap && Date.parse(gap.endsAt) - Date.parse(gap.startsAt) < dayMs) {
    return { start: timeAt(gap.startsAt, site.timeZone), end: timeAt(gap.endsAt, site.timeZone) };
  }
  const { start, end } = usualShifts[0] ?? { start: '08:00', end: '17:00' };
  return { start, end };
}

type Draft = { personId: string; post: Post; date: Day } & Hours;

/** All of them or, when one is refused, none. @returns those that were not there before */
async function addAll({ site: { id: site }, shifts }: Roster, drafts: readonly Draft[]): Promise<Shift[]> {
  const before = new Set(shifts.map(({ id }) => id));
  const added: Shift[] = [];
  try {
    for (const draft of drafts) {
      const shift = await body(api.POST('/api/v1/sites/{site}/shifts', { params: { path: { site } }, body: draft }));
      if (!before.has(shift.id)) added.push(shift);
    }
  } catch (error) {
    if (added.length > 0) await cancelShifts(site, added);
    throw error;
  }
  return added;
}
