import { Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { auth } from '../../lib/auth';
import { useTexts } from '../../lib/i18n';
import { ErrorNotice, Notice } from '../../ui/notice';
import { SessionFrame } from './session-frame';
import classes from './session.module.css';

const route = getRouteApi('/reset-password');

export function ResetPage() {
  const { t } = useTexts();
  const { token } = route.useSearch();
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const reset = useMutation({
    mutationFn: (newPassword: string) => auth.resetPassword(token ?? '', newPassword),
    onSuccess: () => void navigate({ to: '/sign-in', search: { was: 'reset' }, replace: true }),
  });
  return (
    <SessionFrame title={t('session.resetTitle')}>
      {token ? (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            reset.mutate(password);
          }}
        >
          <PasswordInput
            label={t('session.newPassword')}
            autoComplete="new-password"
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword'), tabIndex: 0 }}
          />
          <ErrorNotice error={reset.error} />
          <Button type="submit" size="lg" loading={reset.isPending}>
            {t('session.setPassword')}
          </Button>
        </form>
      ) : (
        <Notice>{t('session.resetNoToken')}</Notice>
      )}
      <Link to="/forgot-password" className={classes.link}>
        {t('session.askAgain')}
      </Link>
    </SessionFrame>
  );
}
