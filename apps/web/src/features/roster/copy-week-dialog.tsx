import { useMutation } from '@tanstack/react-query';
import { api, body } from '../../lib/api';
import { useTexts } from '../../lib/i18n';
import { useDutyTexts } from '../../lib/i18n/duty';
import type { Roster } from '../../lib/types';
import { addDays, type Day } from '../../lib/zoned-time';
import { dayWords, weekWords } from './day-words';
import { DialogForm } from './dialog-form';
import classes from './dialogs.module.css';
import { cancelShifts } from './shift-calls';
import { type Done, rosterChanged } from './use-roster';

type Props = { roster: Roster; days: readonly Day[]; onClose: () => void; onDone: (done: Done) => void };

/** The shifts of the week before once more; stays open to tell what it left out, and why. */
export function CopyWeekDialog({ roster, days, onClose, onDone }: Props) {
  const { t, language } = useTexts();
  const { d } = useDutyTexts();
  const site = roster.site.id;
  const before = days.map((day) => addDays(day, -7));
  const copy = useMutation({
    mutationFn: () =>
      body(
        api.POST('/api/v1/sites/{site}/shifts/copy-week', {
          params: { path: { site } },
          body: { from: before[0] ?? roster.today, to: days[0] ?? roster.today },
        }),
      ),
    onSuccess: ({ shifts, left }) => {
      if (left.length === 0) onDone(doneWith(shifts));
    },
    onSettled: rosterChanged,
  });
  const doneWith = (shifts: Roster['shifts']): Done => ({
    words: shifts.length > 0 ? d('copy.done', { count: shifts.length }) : d('copy.nothing'),
    undo: shifts.length > 0 ? () => cancelShifts(site, shifts) : null,
  });
  const done = copy.data && doneWith(copy.data.shifts);
  const left = copy.data?.left ?? [];
  const there = left.filter(({ why }) => why === 'there').length;
  return (
    <DialogForm
      title={d('copy.title')}
      onClose={() => (done ? onDone(done) : onClose())}
      confirm={done ? t('app.close') : d('copy.do')}
      action={copy}
      onSubmit={() => (done ? onDone(done) : copy.mutate())}
    >
      <p className={classes.text}>
        {done?.words ?? d('copy.text', { from: weekWords(before, language), to: weekWords(days, language) })}
      </p>
      {left.length > 0 && (
        <section className={classes.list}>
          <h3>{d('copy.leftTitle')}</h3>
          <ul>
            {there > 0 && <li>{d('copy.thereAlready', { count: there })}</li>}
            {left
              .filter(({ why }) => why !== 'there')
              .map(({ person, post, date, why }) => (
                <li key={`${person.id} ${post} ${date}`}>
                  {[person.name, t(`post.${post}`), dayWords(date, language), d(`copy.${why}`)].join(' · ')}
                </li>
              ))}
          </ul>
        </section>
      )}
    </DialogForm>
  );
}
