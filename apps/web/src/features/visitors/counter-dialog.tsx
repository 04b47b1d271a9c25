import { Button, Skeleton } from '@mantine/core';
import { IconCopy, IconKey, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { now } from '../../lib/clock';
import { calendarDay, clockTime } from '../../lib/format';
import { useVisitorTexts } from '../../lib/i18n/visitors';
import type { Visitors } from '../../lib/types';
import { dayAt } from '../../lib/zoned-time';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice, Notice } from '../../ui/notice';
import calendarClasses from '../roster/calendar.module.css';
import { DialogForm } from '../roster/dialog-form';
import { useCounter } from './use-visitors';
import classes from './visitors.module.css';

type Site = Pick<Visitors['site'], 'id' | 'timeZone'>;

/** Makes, shows once, renews and ends the secret of the people counter. */
export function CounterDialog({ site, onClose }: { site: Site; onClose: () => void }) {
  const { v, language } = useVisitorTexts();
  const { counter, renew, revoke } = useCounter(site.id);
  const [asking, setAsking] = useState<'renew' | 'revoke' | null>(null);
  const { createdAt = null, heardAt = null } = counter.data ?? {};
  const act = asking === 'revoke' ? revoke : renew;
  return (
    <Dialog opened onClose={onClose} title={v('counter.title')}>
      <div className={calendarClasses.calendar}>
        <p>{v('counter.text')}</p>
        {counter.isPending && <Skeleton height={48} />}
        <ErrorNotice error={counter.error ?? (asking === null ? renew.error : null)} />
        {counter.data && createdAt === null && (
          <Button
            leftSection={<IconKey size={20} aria-hidden />}
            loading={renew.isPending}
            onClick={() => renew.mutate()}
          >
            {v('counter.create')}
          </Button>
        )}
        {renew.data && createdAt !== null && <NewToken {...renew.data} today={dayAt(now(), site.timeZone)} />}
        {createdAt !== null && (
          <>
            {!renew.data && <p>{v('counter.since', { date: calendarDay(createdAt, language) })}</p>}
            <p>
              {heardAt === null
                ? v('counter.notHeard')
                : v('counter.heard', { time: clockTime(heardAt, site.timeZone, language, now()) })}
            </p>
            <div className={calendarClasses.actions}>
              <Button
                variant="default"
                leftSection={<IconRefresh size={20} aria-hidden />}
                onClick={() => setAsking('renew')}
              >
                {v('counter.renew')}
              </Button>
              <Button
                variant="subtle"
                color="red"
                leftSection={<IconTrash size={20} aria-hidden />}
                onClick={() => setAsking('revoke')}
              >
                {v('counter.revoke')}
              </Button>
            </div>
          </>
        )}
        {asking && (
          <DialogForm
            title={v(`counter.${asking}Title`)}
            onClose={() => setAsking(null)}
            confirm={v(`counter.${asking}`)}
            danger
            action={act}
            onSubmit={() => act.mutate(undefined, { onSuccess: () => setAsking(null) })}
          >
            <p className={classes.hint}>{v(`counter.${asking}Text`)}</p>
          </DialogForm>
        )}
      </div>
    </Dialog>
  );
}

/** The token, while it can still be seen, and how it is used. */
function NewToken({ token, address, today }: { token: string; address: string; today: string }) {
  const { v, t } = useVisitorTexts();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(token);
    setCopied(true);
  };
  return (
    <div className={calendarClasses.fresh}>
      <strong>{v('counter.secretTitle')}</strong>
      <input readOnly aria-label={v('counter.token')} value={token} onFocus={(event) => event.currentTarget.select()} />
      <Button leftSection={<IconCopy size={20} aria-hidden />} onClick={() => void copy()}>
        {copied ? t('app.copied') : t('app.copy')}
      </Button>
      <Notice tone="warning">{v('counter.secret')}</Notice>
      <p>{v('counter.example')}</p>
      <pre className={classes.code} tabIndex={0}>
        {`curl -X POST ${address} \\\n  -H "Authorization: Bearer $TOKEN" \\\n  -H 'Content-Type: application/json' \\\n  -d '{"day": "${today}", "visitors": 128}'`}
      </pre>
    </div>
  );
}
