import { Button, Skeleton } from '@mantine/core';
import { IconCalendarPlus, IconCopy, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { calendarDay } from '../../lib/format';
import { useTexts } from '../../lib/i18n';
import { useDutyTexts } from '../../lib/i18n/duty';
import { ErrorNotice, Notice } from '../../ui/notice';
import { QrCode } from '../print/qr-code';
import classes from './calendar.module.css';
import { DialogForm } from './dialog-form';
import dialogClasses from './dialogs.module.css';
import type { Calendar } from './use-calendar';

/** Makes, shows once, renews and ends the secret address of a calendar. */
export function CalendarAddress({ calendar: { feed, renew, revoke }, text }: { calendar: Calendar; text: string }) {
  const { language } = useTexts();
  const { d } = useDutyTexts();
  const [asking, setAsking] = useState<'renew' | 'revoke' | null>(null);
  const since = feed.data?.createdAt ?? null;
  const act = asking === 'revoke' ? revoke : renew;
  return (
    <div className={classes.calendar}>
      <p>{text}</p>
      {feed.isPending && <Skeleton height={48} />}
      <ErrorNotice error={feed.error ?? (asking === null ? renew.error : null)} />
      {feed.data && since === null && (
        <Button
          leftSection={<IconCalendarPlus size={20} aria-hidden />}
          loading={renew.isPending}
          onClick={() => renew.mutate()}
        >
          {d('calendar.create')}
        </Button>
      )}
      {renew.data && since !== null && <NewAddress address={renew.data.address} />}
      {since !== null && (
        <>
          {!renew.data && <p>{d('calendar.since', { date: calendarDay(since, language) })}</p>}
          <div className={classes.actions}>
            <Button
              variant="default"
              leftSection={<IconRefresh size={20} aria-hidden />}
              onClick={() => setAsking('renew')}
            >
              {d('calendar.renew')}
            </Button>
            <Button
              variant="subtle"
              color="red"
              leftSection={<IconTrash size={20} aria-hidden />}
              onClick={() => setAsking('revoke')}
            >
              {d('calendar.revoke')}
            </Button>
          </div>
        </>
      )}
      {asking && (
        <DialogForm
          title={d(`calendar.${asking}Title`)}
          onClose={() => setAsking(null)}
          confirm={d(`calendar.${asking}`)}
          danger
          action={act}
          onSubmit={() => act.mutate(undefined, { onSuccess: () => setAsking(null) })}
        >
          <p className={dialogClasses.text}>{d(`calendar.${asking}Text`)}</p>
        </DialogForm>
      )}
    </div>
  );
}

/** The address, while it can still be seen: to copy, to open here, to scan. */
function NewAddress({ address }: { address: string }) {
  const { t } = useTexts();
  const { d } = useDutyTexts();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <div className={classes.fresh}>
      <strong>{d('calendar.secretTitle')}</strong>
      <input
        readOnly
        aria-label={d('calendar.address')}
        value={address}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className={classes.actions}>
        <Button leftSection={<IconCopy size={20} aria-hidden />} onClick={() => void copy()}>
          {copied ? t('app.copied') : t('app.copy')}
        </Button>
        <Button component="a" variant="default" href={address.replace(/^https?:/, 'webcal:')}>
          {d('calendar.open')}
        </Button>
      </div>
      <Notice tone="warning">{d('calendar.secret')}</Notice>
      <p>{d('calendar.codeHint')}</p>
      <div className={classes.code}>
        <QrCode text={address} label={d('calendar.code')} />
      </div>
    </div>
  );
}
