import { IconMail } from '@tabler/icons-react';
import { useOperationTexts } from '../../lib/i18n/operations';
import type { Preferences } from '../../lib/types';
import { Card } from '../../ui/card';
import { Notice } from '../../ui/notice';
import channelClasses from '../channels/channels.module.css';
import { TestButton, TestState } from '../channels/test-button';
import { useTest } from '../channels/use-test';
import { testMyMail } from './test-my-mail';

/** The one way that is always there, and a test of it. */
export function MailRow({ mail: { address, refused } }: { mail: Preferences['mail'] }) {
  const { t } = useOperationTexts();
  const test = useTest(testMyMail, () => undefined);
  return (
    <Card as="li">
      <div className={channelClasses.head}>
        <span className={channelClasses.icon} aria-hidden>
          <IconMail size={24} />
        </span>
        <div className={channelClasses.words}>
          <p className={channelClasses.name}>{t('settings.mail')}</p>
          <p className={channelClasses.dim}>{address}</p>
          <p className={channelClasses.dim}>{t('settings.mailAlways')}</p>
        </div>
      </div>
      {refused && <Notice tone="error">{t('settings.mailRefused')}</Notice>}
      <div className={channelClasses.actions}>
        <TestButton
          text={t('channels.testMe')}
          label={t('channels.testOf', { name: t('settings.mail') })}
          test={test}
        />
      </div>
      <TestState test={test} />
    </Card>
  );
}
