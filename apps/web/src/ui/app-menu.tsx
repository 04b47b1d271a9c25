import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import {
  IconBuildingStore,
  IconCalendarWeek,
  IconLogout,
  IconMailbox,
  IconMenu2,
  IconPhoneCall,
  IconUserCheck,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useSwapsWaiting } from '../features/roster/use-duty';
import { highestRoleOf } from '../features/session/use-me';
import { useLanguage } from '../features/session/use-language';
import { useSignOut } from '../features/session/use-session';
import { useTexts } from '../lib/i18n';
import type { Me } from '../lib/types';
import { DropPanel } from './drop-panel';
import dropClasses from './drop-panel.module.css';
import { OperationLinks } from './operation-links';

/** Who I am, language, light or dark, the inbox where there is one, sign out. */
export function AppMenu({ me }: { me: Me }) {
  const { t, language } = useTexts();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const changeLanguage = useLanguage();
  const signOut = useSignOut();
  const role = highestRoleOf(me);
  const waiting = useSwapsWaiting();
  return (
    <DropPanel
      label={waiting > 0 ? t('menu.openWaiting') : t('menu.open')}
      icon={
        <>
          <IconMenu2 size={24} />
          {waiting > 0 && <span className={dropClasses.mark} />}
        </>
      }
    >
      <div className={dropClasses.menuWho}>
        <strong>{me.name}</strong>
        <span>{[role && t(`role.${role}`), me.email].filter(Boolean).join(' · ')}</span>
      </div>
      <p className={dropClasses.dropLabel}>{t('menu.language')}</p>
      <SegmentedControl
        fullWidth
        size="md"
        aria-label={t('menu.language')}
        value={language}
        onChange={(value) => changeLanguage(value === 'en' ? 'en' : 'zh')}
        data={[
          { value: 'zh', label: '中文' },
          { value: 'en', label: 'English' },
        ]}
      />
      <p className={dropClasses.dropLabel}>{t('menu.scheme')}</p>
      <SegmentedControl
        fullWidth
        size="md"
        aria-label={t('menu.scheme')}
        value={colorScheme}
        onChange={(value) => setColorScheme(value === 'light' || value === 'dark' ? value : 'auto')}
        data={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: t(`menu.${value}`) }))}
      />
      <hr className={dropClasses.dropLine} />
      <Link to="/roster" className={dropClasses.dropItem}>
        <IconCalendarWeek size={22} aria-hidden />
        {t('menu.roster')}
      </Link>
      <Link to="/my-duty" className={dropClasses.dropItem}>
        <IconUserCheck size={22} aria-hidden />
        {t('menu.myDuty')}
        {waiting > 0 && <span className={dropClasses.count}>{t('menu.swapWaiting', { count: waiting })}</span>}
      </Link>
      {role !== 'staff' && (
        <Link to="/reach" className={dropClasses.dropItem}>
          <IconPhoneCall size={22} aria-hidden />
          {t('menu.reach')}
        </Link>
      )}
      {(role === 'manager' || role === 'administrator') && (
        <Link to="/site-settings" className={dropClasses.dropItem}>
          <IconBuildingStore size={22} aria-hidden />
          {t('menu.site')}
        </Link>
      )}
      <OperationLinks me={me} />
      {me.localInbox && (
        <Link to="/inbox" className={dropClasses.dropItem}>
          <IconMailbox size={22} aria-hidden />
          {t('menu.inbox')}
        </Link>
      )}
      <button type="button" className={dropClasses.dropItem} onClick={() => signOut.mutate()}>
        <IconLogout size={22} aria-hidden />
        {t('menu.signOut')}
      </button>
    </DropPanel>
  );
}
