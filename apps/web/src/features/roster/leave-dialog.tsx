import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { api, body } from '../../lib/api';
import { useTexts } from '../../lib/i18n';
import { useDutyTexts } from '../../lib/i18n/duty';
import type { Leave, Roster } from '../../lib/types';
import { addDays, type Day, dayAt, timeAt } from '../../lib/zoned-time';
import { spanWords } from './day-words';
import { DialogForm, Refusal } from './dialog-form';
import classes from './dialogs.module.css';
import { PersonField, SpanFields } from './fields';
import { type Done, useRosterChange } from './use-roster';

type Props = {
  roster: Roster;
  days: readonly Day[];
  personId: string | null;
  onClose: () => void;
  onDone: (done: Done) => void;
};

const back = (site: string, leave: string) =>
  body(api.DELETE('/api/v1/sites/{site}/leave/{leave}', { params: { path: { site, leave } } }));

const away = (site: string, personId: string, from: string, until: string) =>
  body(api.POST('/api/v1/sites/{site}/leave', { params: { path: { site } }, body: { personId, from, until } }));

/** Somebody is away for a while; and who is away in the week shown. */
export function LeaveDialog({ roster, days, personId: asked, onClose, onDone }: Props) {
  const { language } = useTexts();
  const { d } = useDutyTexts();
  const { id: site, timeZone } = roster.site;
  const day = days.includes(roster.today) ? roster.today : (days[0] ?? roster.today);
  const [personId, setPersonId] = useState(asked ?? '');
  const [from, setFrom] = useState(`${day}T00:00`);
  const [until, setUntil] = useState(`${addDays(day, 1)}T00:00`);
  const when = (leave: Leave) => spanWords(leave, timeZone, language);
  const enter = useRosterChange(async () => {
    const made = await away(site, personId, from, until);
    return {
      words: d('leave.done', { name: made.person.name, when: when(made) }),
      undo: () => back(site, made.id),
    };
  }, onDone);
  const end = useRosterChange(async (leave: Leave) => {
    await back(site, leave.id);
    const local = (at: string) => `${dayAt(at, timeZone)}T${timeAt(at, timeZone)}`;
    return {
      words: d('leave.ended', { name: leave.person.name }),
      undo: () => away(site, leave.person.id, local(leave.startsAt), local(leave.endsAt)),
    };
  }, onDone);
  return (
    <DialogForm
      title={d('leave.title')}
      onClose={onClose}
      confirm={d('leave.save')}
      lacking={personId === '' ? d('shift.needPerson') : null}
      action={enter}
      onSubmit={() => enter.mutate(undefined)}
      aside={
        <section className={classes.list}>
          <h3>{d('leave.listTitle')}</h3>
          {roster.leave.length === 0 && <p className={classes.text}>{d('leave.none')}</p>}
          <ul>
            {roster.leave.map((leave) => (
              <li key={leave.id}>
                <span>
                  <strong>{leave.person.name}</strong> {when(leave)}
                </span>
                <ActionIcon
                  color="red"
                  aria-label={d('leave.endFor', { name: leave.person.name })}
                  loading={end.isPending && end.variables.id === leave.id}
                  onClick={() => end.mutate(leave)}
                >
                  <IconTrash size={20} />
                </ActionIcon>
              </li>
            ))}
          </ul>
          <Refusal error={end.error} />
        </section>
      }
    >
      <p className={classes.text}>{d('leave.text')}</p>
      <PersonField label={d('common.person')} roster={roster} value={personId} onChange={setPersonId} />
      <SpanFields from={from} until={until} onFrom={setFrom} onUntil={setUntil} />
    </DialogForm>
  );
}
