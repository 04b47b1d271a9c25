import { Button, TextInput } from '@mantine/core';
import { IconPlaneDeparture, IconTrash, IconUserShare } from '@tabler/icons-react';
import { useState } from 'react';
import { api, body } from '../../lib/api';
import { useTexts } from '../../lib/i18n';
import { useDutyTexts } from '../../lib/i18n/duty';
import type { Roster, Shift } from '../../lib/types';
import { useNow } from '../../lib/use-now';
import { ConflictWords } from './conflict-words';
import { conflictsOf } from './conflicts';
import { dayWords } from './day-words';
import { DialogForm, Refusal } from './dialog-form';
import classes from './dialogs.module.css';
import { HoursField, PersonField, PostField } from './fields';
import { addAgain } from './shift-calls';
import { type Done, useRosterChange } from './use-roster';

type Props = {
  roster: Roster;
  shift: Shift;
  onClose: () => void;
  onDone: (done: Done) => void;
  onStandIn: () => void;
  onLeave: (personId: string) => void;
};

const fieldsOf = ({ person, post, date, start, end }: Shift) => ({ personId: person.id, post, date, start, end });

/** Changes a shift, takes it off, or finds somebody for it; one that is over is only shown. */
export function ChangeShiftDialog({ roster, shift, onClose, onDone, onStandIn, onLeave }: Props) {
  const { t, language } = useTexts();
  const { d } = useDutyTexts();
  const [fields, setFields] = useState(() => fieldsOf(shift));
  const isOver = Date.parse(shift.changeableUntil) <= useNow(30_000).getTime();
  const params = { path: { site: roster.site.id, shift: shift.id } };
  const inWords = ({ personId, post, date, start, end }: typeof fields) => ({
    name: roster.people.find(({ id }) => id === personId)?.name ?? shift.person.name,
    post: t(`post.${post}`),
    day: dayWords(date, language),
    hours: `${start}–${end}`,
  });
  const patch = (to: typeof fields) => body(api.PATCH('/api/v1/sites/{site}/shifts/{shift}', { params, body: to }));
  const change = useRosterChange(async () => {
    await patch(fields);
    return { words: d('shift.changed', inWords(fields)), undo: () => patch(fieldsOf(shift)) };
  }, onDone);
  const cancel = useRosterChange(async () => {
    await body(api.DELETE('/api/v1/sites/{site}/shifts/{shift}', { params }));
    return {
      words: d('shift.cancelled', inWords(fieldsOf(shift))),
      undo: () => addAgain(roster.site.id, shift),
    };
  }, onDone);
  return (
    <DialogForm
      title={d('shift.changeTitle')}
      onClose={onClose}
      confirm={d('common.save')}
      lacking={isOver ? d('shift.over') : null}
      action={change}
      onSubmit={() => change.mutate(undefined)}
      aside={
        <div className={classes.aside}>
          <Button variant="subtle" leftSection={<IconUserShare size={20} aria-hidden />} onClick={onStandIn}>
            {d('roster.standIn')}
          </Button>
          <Button
            variant="subtle"
            leftSection={<IconPlaneDeparture size={20} aria-hidden />}
            onClick={() => onLeave(shift.person.id)}
          >
            {d('roster.leave')}
          </Button>
          <Button
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={20} aria-hidden />}
            disabled={isOver}
            loading={cancel.isPending}
            onClick={() => cancel.mutate(undefined)}
          >
            {d('shift.cancel')}
          </Button>
          <Refusal error={cancel.error} />
        </div>
      }
    >
      <PersonField
        label={d('common.person')}
        roster={roster}
        post={fields.post}
        value={fields.personId}
        onChange={(personId) => setFields({ ...fields, personId })}
      />
      <PostField value={fields.post} onChange={(post) => setFields({ ...fields, post })} />
      <TextInput
        type="date"
        label={d('shift.day')}
        value={fields.date}
        onChange={(event) => setFields({ ...fields, date: event.currentTarget.value })}
      />
      <HoursField roster={roster} value={fields} onChange={(hours) => setFields({ ...fields, ...hours })} />
      <ConflictWords conflicts={conflictsOf(fields, roster, shift.id)} />
    </DialogForm>
  );
}
