import { NativeSelect, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { api, body } from '../../lib/api';
import { useTexts } from '../../lib/i18n';
import { useDutyTexts } from '../../lib/i18n/duty';
import type { MyShift } from '../../lib/types';
import { Notice } from '../../ui/notice';
import { spanWords } from './day-words';
import { DialogForm } from './dialog-form';
import classes from './dialogs.module.css';
import { useSwapPartners } from './use-duty';
import { rosterChanged } from './use-roster';

type Props = { shift: MyShift; about: string; onClose: () => void; onDone: (words: string) => void };

/** Offers a shift to a colleague with whom it works, in exchange for one of theirs or for nothing. */
export function ProposeSwapDialog({ shift, about, onClose, onDone }: Props) {
  const { t, language } = useTexts();
  const { d } = useDutyTexts();
  const { timeZone } = shift.site;
  const { data, error } = useSwapPartners(shift.id);
  const partners = data?.partners ?? [];
  const [withId, setWithId] = useState('');
  const [inReturn, setInReturn] = useState('');
  const [note, setNote] = useState('');
  const chosen = partners.find(({ person }) => person.id === withId);
  const nobody = data !== undefined && partners.every(({ why }) => why !== null);
  const choose = (id: string) => {
    const partner = partners.find(({ person }) => person.id === id);
    setWithId(id);
    setInReturn(partner && !partner.gift ? (partner.inReturn[0]?.id ?? '') : '');
  };
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
      {nobody && <Notice>{d('mine.nobodyFits')}</Notice>}
      <NativeSelect
        label={d('mine.withWhom')}
        rightSection={<IconChevronDown size={20} />}
        value={withId}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          { value: '', label: d('common.choosePerson') },
          ...partners.map(({ person: { id, name }, why }) => ({
            ...{ value: id, disabled: why !== null },
            label: why === null ? name : d(`mine.not_${why}`, { name }),
          })),
        ]}
      />
      <NativeSelect
        label={d('mine.inReturn')}
        rightSection={<IconChevronDown size={20} />}
        disabled={!chosen}
        value={inReturn}
        onChange={(event) => setInReturn(event.currentTarget.value)}
        data={[
          { value: '', label: d('mine.nothingInReturn'), disabled: chosen?.gift === false },
          ...(chosen?.inReturn ?? []).map((one) => ({
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
