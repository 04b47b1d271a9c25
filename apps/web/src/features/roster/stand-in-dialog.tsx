import { NativeSelect, TextInput } from '@mantine/core';
import type { Post } from '@zenmeban/domain/engine';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { api, body } from '../../lib/api';
import { useTexts } from '../../lib/i18n';
import { useDutyTexts } from '../../lib/i18n/duty';
import type { Roster } from '../../lib/types';
import { type Day, dayAt, timeAt } from '../../lib/zoned-time';
import { spanWords } from './day-words';
import { DialogForm } from './dialog-form';
import classes from './dialogs.module.css';
import { PersonField, PostField, SpanFields } from './fields';
import { endStandIn } from './stand-in-calls';
import { type Done, useRosterChange } from './use-roster';
import type { Entry } from './week-grid';

type Props = {
  roster: Roster;
  days: readonly Day[];
  from: Entry | null;
  onClose: () => void;
  onDone: (done: Done) => void;
};

/** For a while somebody is called instead of whoever is on the post. */
export function StandInDialog({ roster, days, from: entry, onClose, onDone }: Props) {
  const { language } = useTexts();
  const { d } = useDutyTexts();
  const { timeZone, id: site } = roster.site;
  const local = (at: string) => `${dayAt(at, timeZone)}T${timeAt(at, timeZone)}`;
  const shift = entry && 'shift' in entry ? entry.shift : null;
  const day = days.includes(roster.today) ? roster.today : (days[0] ?? roster.today);
  const [post, setPost] = useState<Post>(shift?.post ?? roster.calledPosts[0] ?? 'supervisor');
  const [personId, setPersonId] = useState('');
  const [replacesId, setReplacesId] = useState(shift?.person.id ?? '');
  const [from, setFrom] = useState(entry ? local(entry.startsAt) : `${day}T08:00`);
  const [until, setUntil] = useState(entry ? local(entry.endsAt) : `${day}T17:00`);
  const [reason, setReason] = useState('');
  const save = useRosterChange(async () => {
    const made = await body(
      api.POST('/api/v1/sites/{site}/overrides', {
        params: { path: { site } },
        body: { post, personId, replacesId: replacesId || null, from, until, ...(reason && { reason }) },
      }),
    );
    return {
      words: d('standIn.done', { name: made.person.name, when: spanWords(made, timeZone, language) }),
      undo: () => endStandIn(site, made.id),
    };
  }, onDone);
  return (
    <DialogForm
      title={d('standIn.title')}
      onClose={onClose}
      confirm={d('standIn.save')}
      lacking={personId === '' ? d('shift.needPerson') : null}
      action={save}
      onSubmit={() => save.mutate(undefined)}
    >
      <p className={classes.text}>{d('standIn.text')}</p>
      <PostField value={post} onChange={setPost} />
      <NativeSelect
        label={d('standIn.forWhom')}
        rightSection={<IconChevronDown size={20} />}
        value={replacesId}
        onChange={(event) => setReplacesId(event.currentTarget.value)}
        data={[
          { value: '', label: d('standIn.whoever') },
          ...roster.people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <PersonField
        label={d('standIn.who')}
        roster={roster}
        post={post}
        without={replacesId}
        value={personId}
        onChange={setPersonId}
      />
      <SpanFields from={from} until={until} onFrom={setFrom} onUntil={setUntil} />
      <TextInput
        label={d('standIn.reason')}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </DialogForm>
  );
}
