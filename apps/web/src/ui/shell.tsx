import { Link, Outlet, useMatchRoute } from '@tanstack/react-router';
import { useTexts } from '../lib/i18n';
import { useMe } from '../features/session/use-me';
import { AppMenu } from './app-menu';
import { Brand } from './brand';
import { DelayBanner } from './delay-banner';
import shellClasses from './shell.module.css';

/** The frame of every page after sign-in: brand, the two places one goes to, the menu. On a phone a step or a card needs the room. */
export function Shell() {
  const { t } = useTexts();
  const { me } = useMe();
  const at = useMatchRoute();
  const quiet = [at({ to: '/incidents/$incidentId' }), at({ to: '/playbooks/$playbookId' })].some(Boolean);
  return (
    <>
      <a href="#content" className={shellClasses.skip}>
        {t('app.skipToContent')}
      </a>
      <DelayBanner />
      <header className={shellClasses.shellBar} data-quiet={quiet}>
        <Link to="/" className={shellClasses.home}>
          <Brand />
        </Link>
        <nav className={shellClasses.nav}>
          <Link to="/playbooks" className={shellClasses.navLink}>
            {t('menu.playbooks')}
          </Link>
          <Link to="/incidents" className={shellClasses.navLink} activeOptions={{ exact: true }}>
            {t('menu.incidents')}
          </Link>
        </nav>
        <AppMenu me={me} />
      </header>
      <main id="content">
        <Outlet />
      </main>
    </>
  );
}
