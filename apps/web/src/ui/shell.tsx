import { Link, Outlet } from '@tanstack/react-router';
import { useTexts } from '../lib/i18n';
import { useMe } from '../features/session/use-me';
import { AppMenu } from './app-menu';
import { Brand } from './brand';
import classes from './ui.module.css';

/** The frame of every page after sign-in: brand, the two places one goes to, the menu. */
export function Shell() {
  const { t } = useTexts();
  const { me } = useMe();
  return (
    <>
      <a href="#content" className={classes.skip}>
        {t('app.skipToContent')}
      </a>
      <header className={classes.shellBar}>
        <Link to="/" className={classes.home}>
          <Brand />
        </Link>
        <nav className={classes.nav}>
          <Link to="/playbooks" className={classes.navLink}>
            {t('menu.playbooks')}
          </Link>
          <Link to="/incidents" className={classes.navLink} activeOptions={{ exact: true }}>
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
