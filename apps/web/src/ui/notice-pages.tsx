import { Button } from '@mantine/core';
import { IconCompass, IconLock, IconMoodConfuzed, IconPlugConnectedX } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useTexts } from '../lib/i18n';
import { ApiProblem, NetworkProblem } from '../lib/problem';
import { BlankSlate } from './blank-slate';

export function NotFoundPage() {
  const { t } = useTexts();
  return (
    <BlankSlate level={1} icon={<IconCompass size={44} />} title={t('app.notFoundTitle')} text={t('app.notFoundText')}>
      <Button component="a" href="/">
        {t('app.home')}
      </Button>
    </BlankSlate>
  );
}

/** What a route shows when it failed: not for this person, the network's fault, or ours. */
export function UnexpectedPage({ error }: { error: unknown }) {
  const { t } = useTexts();
  const router = useRouter();
  if (error instanceof NetworkProblem) {
    return (
      <BlankSlate
        level={1}
        icon={<IconPlugConnectedX size={44} />}
        title={t('app.networkTitle')}
        text={t('app.networkText')}
      >
        <Button onClick={() => void router.invalidate()}>{t('app.retry')}</Button>
      </BlankSlate>
    );
  }
  if (error instanceof ApiProblem && error.status === 403) {
    return (
      <BlankSlate level={1} icon={<IconLock size={44} />} title={t('app.refusedTitle')} text={error.detail}>
        <Button component="a" href="/">
          {t('app.home')}
        </Button>
      </BlankSlate>
    );
  }
  return (
    <BlankSlate
      level={1}
      icon={<IconMoodConfuzed size={44} />}
      title={t('app.unexpectedTitle')}
      text={t('app.unexpectedText')}
    >
      <Button onClick={() => location.reload()}>{t('app.reload')}</Button>
    </BlankSlate>
  );
}
