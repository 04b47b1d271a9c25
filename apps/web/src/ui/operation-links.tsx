import { IconActivityHeartbeat, IconMessages, IconReportAnalytics, IconSettings } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { highestRoleOf } from '../features/session/use-me';
import { useTexts } from '../lib/i18n';
import type { Me } from '../lib/types';
import dropClasses from './drop-panel.module.css';

const forManagers = [
  { to: '/ledger', text: 'menu.ledger', Icon: IconReportAnalytics },
  { to: '/channels', text: 'menu.channels', Icon: IconMessages },
] as const;
const forAdministrators = [...forManagers, { to: '/watch', text: 'menu.watch', Icon: IconActivityHeartbeat }] as const;

/** The way to one's settings, and for those who keep it running to what they need for that. */
export function OperationLinks({ me }: { me: Me }) {
  const { t } = useTexts();
  const role = highestRoleOf(me);
  const links = role === 'administrator' ? forAdministrators : role === 'manager' ? forManagers : [];
  return (
    <>
      {[...links, { to: '/settings', text: 'menu.settings', Icon: IconSettings } as const].map(({ to, text, Icon }) => (
        <Link key={to} to={to} className={dropClasses.dropItem}>
          <Icon size={22} aria-hidden />
          {t(text)}
        </Link>
      ))}
    </>
  );
}
