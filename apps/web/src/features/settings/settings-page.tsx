import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useOperationTexts } from '../../lib/i18n/operations';
import { useTexts } from '../../lib/i18n';
import { preferencesQuery } from '../../lib/operation-queries';
import { Card } from '../../ui/card';
import { LoadingPage } from '../../ui/loading-page';
import { Page } from '../../ui/page';
import { UnexpectedPage } from '../../ui/notice-pages';
import { ChannelList } from '../channels/channel-list';
import { useLanguage } from '../session/use-language';
import { useMe } from '../session/use-me';
import { MailRow } from './mail-row';
import { PreferencesForm } from './preferences-form';
import classes from './settings.module.css';

/** What a person decides for themselves: language, phone, quiet hours, and the ways to be reached. */
export function SettingsPage() {
  const { t: common } = useTexts();
  const { t, language } = useOperationTexts();
  const { me } = useMe();
  const changeLanguage = useLanguage();
  const { data: preferences, error } = useQuery(preferencesQuery);
  if (!preferences) return error ? <UnexpectedPage error={error} /> : <LoadingPage />;
  return (
    <Page title={t('settings.title')}>
      <section className={classes.section} aria-label={t('settings.me')}>
        <h2>{t('settings.me')}</h2>
        <Card>
          <p className={classes.who}>
            <strong>{me.name}</strong>
            <span>{me.email}</span>
          </p>
          <div>
            <p className={classes.label}>{common('menu.language')}</p>
            <SegmentedControl
              fullWidth
              aria-label={common('menu.language')}
              value={language}
              onChange={(value) => changeLanguage(value === 'en' ? 'en' : 'zh')}
              data={[
                { value: 'zh', label: '中文' },
                { value: 'en', label: 'English' },
              ]}
            />
          </div>
          <PreferencesForm preferences={preferences} />
        </Card>
      </section>
      <section className={classes.section} aria-label={t('settings.ways')}>
        <h2>{t('settings.ways')}</h2>
        <p className={classes.dim}>{t('settings.waysText')}</p>
        <ChannelList scope={{ of: 'me' }} first={<MailRow mail={preferences.mail} />} />
      </section>
    </Page>
  );
}
