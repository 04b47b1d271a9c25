import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api';
import { useTexts } from '../../lib/i18n';
import { candidatesQuery } from '../../lib/queries';
import type { Incident } from '../../lib/types';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/notice';
import dialogClasses from './text-dialog.module.css';
import { useIncidentAction } from './use-incident';

type Props = { incident: Incident; opened: boolean; onClose: () => void };

/** To whom, and a word with it. Whoever is on duty stands first. */
export function HandOverDialog({ incident, opened, onClose }: Props) {
  const { t } = useTexts();
  const [to, setTo] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const { data: people, error, isPending } = useQuery({ ...candidatesQuery(incident.id), enabled: opened });
  const handOver = useIncidentAction(
    incident.id,
    (body: { to: string; note?: string }) =>
      api.POST('/api/v1/incidents/{incident}/hand-over', { params: { path: { incident: incident.id } }, body }),
    onClose,
  );
  return (
    <Dialog opened={opened} onClose={onClose} title={t('alarm.handOverTitle')}>
      <form
        className={dialogClasses.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          if (to !== null && !handOver.isPending) handOver.mutate({ to, ...(note.trim() && { note }) });
        }}
      >
        <p className={dialogClasses.dialogText}>{t('alarm.handOverText')}</p>
        {isPending && <p>{t('app.loading')}</p>}
        {people?.length === 0 && <p>{t('alarm.handOverNobody')}</p>}
        <fieldset className={dialogClasses.dialogPeople}>
          <legend className="visually-hidden">{t('alarm.handOverTo')}</legend>
          {people?.map(({ id, name, onDuty }) => (
            <label key={id}>
              <input type="radio" name="to" checked={to === id} onChange={() => setTo(id)} />
              {onDuty ? t('alarm.onDuty', { name }) : name}
            </label>
          ))}
        </fieldset>
        <Textarea
          label={t('alarm.handOverNote')}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <ErrorNotice error={handOver.error ?? error} />
        <div className={dialogClasses.dialogButtons}>
          <Button variant="default" size="lg" onClick={onClose}>
            {t('app.back')}
          </Button>
          <Button type="submit" size="lg" disabled={to === null} loading={handOver.isPending}>
            {t('alarm.handOver')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
