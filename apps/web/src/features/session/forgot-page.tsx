import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { auth } from '../../lib/auth';
import { useTexts } from '../../lib/i18n';
import { serverQuery } from '../../lib/queries';
import { ErrorNotice, Notice } from '../../ui/notice';
import { SessionFrame } from './session-frame';
import classes from './session.module.css';

export function ForgotPage() {
  const { t } = useTexts();
  const { data: server } = useQuery(serverQuery);
  const [email, setEmail] = useState('');
  const request = useMutation({ mutationFn: auth.requestReset });
  return (
    <SessionFrame title={request.isSuccess ? t('session.sentTitle') : t('session.forgotTitle')}>
      {request.isSuccess ? (
        <>
          <Notice>{t('session.sentText', { email: request.variables })}</Notice>
          {server?.localInbox && (
            <Link to="/inbox" className={classes.link}>
              {t('session.sentInbox')}
            </Link>
          )}
        </>
      ) : (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            request.mutate(email.trim());
          }}
        >
          <p className={classes.tagline}>{t('session.forgotText')}</p>
          <TextInput
            label={t('session.email')}
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <ErrorNotice error={request.error} />
          <Button type="submit" size="lg" loading={request.isPending}>
            {t('session.sendLink')}
          </Button>
        </form>
      )}
      <Link to="/sign-in" className={classes.link}>
        {t('session.backToSignIn')}
      </Link>
    </SessionFrame>
  );
}
