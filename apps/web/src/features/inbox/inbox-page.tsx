import { Button, Skeleton } from '@mantine/core';
import { IconMailbox, IconRefresh } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { now } from '../../lib/clock';
import { clockTime } from '../../lib/format';
import { useTexts } from '../../lib/i18n';
import { ApiProblem } from '../../lib/problem';
import { BlankSlate } from '../../ui/blank-slate';
import { Brand } from '../../ui/brand';
import { ErrorNotice, Notice } from '../../ui/notice';
import shellClasses from '../../ui/shell.module.css';
import classes from './inbox.module.css';
import { useInbox } from './use-inbox';

/** The mail this server sent to itself (standalone): a list and the mail, in a frame that runs no scripts. */
export function InboxPage() {
  const { t, language } = useTexts();
  const { data: mails, isPending, isFetching, error, refetch } = useInbox();
  const [chosen, setChosen] = useState<string | null>(null);
  const mail = mails?.find(({ id }) => id === chosen);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const elsewhere = error instanceof ApiProblem && error.status === 404;
  return (
    <main className={classes.page}>
      <Link to="/" className={shellClasses.home}>
        <Brand />
      </Link>
      <div className={classes.head}>
        <div>
          <h1>{t('inbox.title')}</h1>
          <p>{t('inbox.text')}</p>
        </div>
        <Button
          variant="default"
          leftSection={<IconRefresh size={20} />}
          loading={isFetching && !isPending}
          onClick={() => void refetch()}
        >
          {t('inbox.refresh')}
        </Button>
      </div>
      {elsewhere ? <Notice tone="warning">{t('inbox.elsewhere')}</Notice> : <ErrorNotice error={error} />}
      {isPending && !error && <Skeleton height={240} radius={18} />}
      {mails?.length === 0 && (
        <BlankSlate icon={<IconMailbox size={40} />} title={t('inbox.empty')} text={t('inbox.emptyText')} />
      )}
      {mails && mails.length > 0 && (
        <div className={classes.columns}>
          <ul className={classes.list}>
            {mails.map(({ id, subject, to, receivedAt }) => (
              <li key={id}>
                <button type="button" aria-pressed={id === chosen} onClick={() => setChosen(id)}>
                  <strong>{subject}</strong>
                  <span>{to.join(', ')}</span>
                  <span>{clockTime(receivedAt, zone, language, now())}</span>
                </button>
              </li>
            ))}
          </ul>
          {mail ? (
            <article className={classes.mail}>
              <h2>{mail.subject}</h2>
              <p>
                {t('inbox.to')}: {mail.to.join(', ')}
              </p>
              <iframe
                title={mail.subject}
                sandbox="allow-popups allow-popups-to-escape-sandbox"
                srcDoc={`${mail.html}<base target="_blank">`}
              />
            </article>
          ) : (
            <p className={classes.choose}>{t('inbox.choose')}</p>
          )}
        </div>
      )}
    </main>
  );
}
