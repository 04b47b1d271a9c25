import { NativeSelect, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { api, body } from '../../lib/api';
import { useTexts } from '../../lib/i18n';
import { useDutyTexts } from '../../lib/i18n/duty';
import type { MyShift } from '../../lib/types';
import { addDays } from '../../lib/zoned-time';
import { spanWords } from './day-words';
import { DialogForm } from './dialog-form';
import classes from './dialogs.module.css';
import { rosterChanged, rosterQuery } from './use-roster';

type Props = { shift: MyShift; about: string; onClose: () => void; onDone: (words: string) => void };

/** How far ahead a shift to take in return is looked for, in days. */
const lookAheadDays = 27;

/** Offers a shift to a colleague, in exchange for one of theirs or for nothing. */
export function ProposeSwapDialog({ shift, about, onClose, onDone }: Props) {
  const { t, language } = useTexts();
  const { d } = useDutyTexts();
  const { id: siteId, timeZone } = shift.site;
  const { data: roster, error } = useQuery(
    rosterQuery(siteId, addDays(shift.date, -7), addDays(shift.date, lookAheadDays)),
  );
  const [withId, setWithId] = useState('');
  const [inReturn, setInReturn] = useState('');
  const [note, setNote] = useState('');
  const theirs =
    roster?.shifts.filter(({ person, startsAt, swap }) => person.id === withId && startsAt > roster.now && !swap) ?? [];
  const propose = useMutation({
    mutationFn: () =>
      body(
        api.POST('/api/v1/swaps', {
          body: {
            shiftId: shift.id,
            withPersonId: withId,
            withShiftId: inReturn || null,
            ...(note.trim() && { note: note.trim() }),
          },
        }),
      ),
    onSuccess: (swap) => onDone(d('mine.proposed', { name: swap.with.name })),
    onSettled: rosterChanged,
  });
  return (
    <DialogForm
      title={d('mine.proposeTitle')}
      onClose={onClose}
      confirm={d('mine.propose')}
      lacking={withId === '' ? d('shift.needPerson') : null}
      action={{ isPending: propose.isPending, error: propose.error ?? error }}
      onSubmit={() => propose.mutate()}
    >
      <p className={classes.text}>
        <strong>{about}</strong> {t(`post.${shift.post}`)}
        <br />
        {d('mine.proposeText')}
      </p>
      <NativeSelect
        label={d('mine.withWhom')}
        rightSection={<IconChevronDown size={20} />}
        value={withId}
        onChange={(event) => {
          setWithId(event.currentTarget.value);
          setInReturn('');
        }}
        data={[
          { value: '', label: d('common.choosePerson') },
          ...(roster?.people ?? [])
            .filter(({ id }) => id !== shift.person.id)
            .map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <NativeSelect
        label={d('mine.inReturn')}
        rightSection={<IconChevronDown size={20} />}
        disabled={withId === ''}
        value={inReturn}
        onChange={(event) => setInReturn(event.currentTarget.value)}
        data={[
          { value: '', label: d('mine.nothingInReturn') },
          ...theirs.map((one) => ({
            value: one.id,
            label: `${spanWords(one, timeZone, language)} ${t(`post.${one.post}`)}`,
          })),
        ]}
      />
      <Textarea
        label={d('mine.note')}
        placeholder={d('mine.notePlaceholder')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </DialogForm>
  );
}
