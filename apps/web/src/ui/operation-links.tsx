import {
  IconActivityHeartbeat,
  IconMessages,
  IconReportAnalytics,
  IconSettings,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { Role } from '@zenmeban/domain/engine';
import { Link } from '@tanstack/react-router';
import { highestRoleOf } from '../features/session/use-me';
import { useTexts } from '../lib/i18n';
import type { Me } from '../lib/types';
import dropClasses from './drop-panel.module.css';

const forSupervisors = [{ to: '/visitors', text: 'menu.visitors', Icon: IconUsersGroup }] as const;
const forManagers = [
  ...forSupervisors,
  { to: '/ledger', text: 'menu.ledger', Icon: IconReportAnalytics },
  { to: '/channels', text: 'menu.channels', Icon: IconMessages },
] as const;
const forAdministrators = [...forManagers, { to: '/watch', text: 'menu.watch', Icon: IconActivityHeartbeat }] as const;

function linksOf(role: Role | null) {
  if (role === 'administrator') return forAdministrators;
  if (role === 'manager') return forManagers;
  return role === 'supervisor' ? forSupervisors : [];
}

/** The way to one's settings, and for those who keep it running to what they need for that. */
export function OperationLinks({ me }: { me: Me }) {
  const { t } = useTexts();
  const role = highestRoleOf(me);
  const links = linksOf(role);
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
