import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../../lib/i18n';
import { serverQuery } from '../../lib/queries';
import { ErrorNotice, Notice } from '../../ui/notice';
import { DemoAccounts } from './demo-accounts';
import { SessionFrame } from './session-frame';
import classes from './session.module.css';
import { useSignIn } from './use-session';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { t } = useTexts();
  const { next, was } = route.useSearch();
  const { data: server } = useQuery(serverQuery);
  const signIn = useSignIn(next);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  return (
    <SessionFrame title={t('session.title')} tagline={t('session.tagline')}>
      {was === 'reset' && <Notice>{t('session.resetDone')}</Notice>}
      {was === 'expired' && !signIn.isError && <Notice>{t('session.expired')}</Notice>}
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate({ email: email.trim(), password });
        }}
      >
        <TextInput
          label={t('session.email')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('session.password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword'), tabIndex: 0 }}
        />
        <ErrorNotice error={signIn.error} />
        <Button type="submit" size="lg" loading={signIn.isPending}>
          {t('session.signIn')}
        </Button>
        <Link to="/forgot-password" className={classes.link}>
          {t('session.forgot')}
        </Link>
      </form>
      {server?.demo && <DemoAccounts disabled={signIn.isPending} onChoose={(account) => signIn.mutate(account)} />}
    </SessionFrame>
  );
}
