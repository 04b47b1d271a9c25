import { severities, type Severity } from '@zenmeban/domain/engine';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { channelsSearch } from './features/channels/channels-search';
import { IncidentPage } from './features/incident/incident-page';
import { ledgerSearch } from './features/ledger/ledger-search';
import { ForgotPage } from './features/session/forgot-page';
import { ResetPage } from './features/session/reset-page';
import { SignInPage } from './features/session/sign-in-page';
import { startsWithIncidents } from './features/session/use-me';
import { StartPage } from './features/start/start-page';
import { isMonth, type Month } from './features/visitors/month';
import { chosenLanguage, showLanguage } from './lib/i18n';
import { forgetKeptAnswers } from './lib/kept-answer';
import { ApiProblem } from './lib/problem';
import { meQuery } from './lib/queries';
import { queryClient, session } from './lib/query-client';
import { type Day, isDay } from './lib/zoned-time';
import { LoadingPage } from './ui/loading-page';
import { NotFoundPage, UnexpectedPage } from './ui/notice-pages';
import { Shell } from './ui/shell';

const root = createRootRoute({ component: Outlet });

/** Only a path of our own may follow the sign-in. */
const nextPath = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : undefined;

const versionNumber = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined;

const siteOf = (search: Record<string, unknown>): { site?: string } => ({
  site: typeof search['site'] === 'string' ? search['site'] : undefined,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: 'sign-in',
  validateSearch: (search): { next?: string; was?: 'reset' | 'expired' } => ({
    next: nextPath(search['next']),
    was: search['was'] === 'reset' || search['was'] === 'expired' ? search['was'] : undefined,
  }),
  component: SignInPage,
});

const forgot = createRoute({ getParentRoute: () => root, path: 'forgot-password', component: ForgotPage });

const reset = createRoute({
  getParentRoute: () => root,
  path: 'reset-password',
  validateSearch: (search): { token?: string } => ({
    token: typeof search['token'] === 'string' ? search['token'] : undefined,
  }),
  component: ResetPage,
});

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: Shell,
  beforeLoad: async ({ location }) => {
    const me = await queryClient.ensureQueryData(meQuery).catch((error: unknown) => {
      if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's way of saying where to go
      throw redirect({ to: '/sign-in', search: { next: location.pathname === '/' ? undefined : location.href } });
    });
    if (!chosenLanguage()) await showLanguage(me.language, false);
    return { me };
  },
});

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: ({ context }) => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's way of saying where to go
    throw redirect({ to: startsWithIncidents(context.me) ? '/incidents' : '/playbooks', replace: true });
  },
});

const start = createRoute({ getParentRoute: () => signedIn, path: 'playbooks', component: StartPage });
const reading = createRoute({
  getParentRoute: () => signedIn,
  path: 'playbooks/$playbookId',
  validateSearch: (search): { version?: number } => ({ version: versionNumber(search['version']) }),
  component: lazyRouteComponent(() => import('./features/reading/reading-page'), 'ReadingPage'),
});
const print = createRoute({
  getParentRoute: () => signedIn,
  path: 'playbooks/$playbookId/print',
  validateSearch: (search): { lang?: 'zh' | 'en' } => ({
    lang: search['lang'] === 'zh' || search['lang'] === 'en' ? search['lang'] : undefined,
  }),
  component: lazyRouteComponent(() => import('./features/print/print-page'), 'PrintPage'),
});
const board = createRoute({
  getParentRoute: () => signedIn,
  path: 'incidents',
  validateSearch: siteOf,
  component: lazyRouteComponent(() => import('./features/board/board-page'), 'BoardPage'),
});
const incident = createRoute({
  getParentRoute: () => signedIn,
  path: 'incidents/$incidentId',
  validateSearch: (search): { tab?: 'timeline' } => ({ tab: search['tab'] === 'timeline' ? 'timeline' : undefined }),
  component: IncidentPage,
});
const settings = createRoute({
  getParentRoute: () => signedIn,
  path: 'settings',
  component: lazyRouteComponent(() => import('./features/settings/settings-page'), 'SettingsPage'),
});
const channels = createRoute({
  getParentRoute: () => signedIn,
  path: 'channels',
  validateSearch: channelsSearch,
  component: lazyRouteComponent(() => import('./features/channels/channels-page'), 'ChannelsPage'),
});
const ledger = createRoute({
  getParentRoute: () => signedIn,
  path: 'ledger',
  validateSearch: ledgerSearch,
  component: lazyRouteComponent(() => import('./features/ledger/ledger-page'), 'LedgerPage'),
});
const watch = createRoute({
  getParentRoute: () => signedIn,
  path: 'watch',
  component: lazyRouteComponent(() => import('./features/watch/watch-page'), 'WatchPage'),
});
const roster = createRoute({
  getParentRoute: () => signedIn,
  path: 'roster',
  validateSearch: (search): { site?: string; day?: Day } => ({
    ...siteOf(search),
    day: isDay(search['day']) ? search['day'] : undefined,
  }),
  component: lazyRouteComponent(() => import('./features/roster/roster-page'), 'RosterPage'),
});
const rosterImport = createRoute({
  getParentRoute: () => signedIn,
  path: 'roster/import',
  validateSearch: siteOf,
  component: lazyRouteComponent(() => import('./features/roster/import-page'), 'ImportPage'),
});
const myDuty = createRoute({
  getParentRoute: () => signedIn,
  path: 'my-duty',
  component: lazyRouteComponent(() => import('./features/roster/my-duty-page'), 'MyDutyPage'),
});
const reach = createRoute({
  getParentRoute: () => signedIn,
  path: 'reach',
  validateSearch: (search): { site?: string; policy?: string; severity?: Severity; at?: string } => ({
    ...siteOf(search),
    policy: typeof search['policy'] === 'string' ? search['policy'] : undefined,
    severity: severities.find((one) => one === search['severity']),
    at: typeof search['at'] === 'string' && !Number.isNaN(Date.parse(search['at'])) ? search['at'] : undefined,
  }),
  component: lazyRouteComponent(() => import('./features/reach/reach-page'), 'ReachPage'),
});
const siteSettings = createRoute({
  getParentRoute: () => signedIn,
  path: 'site-settings',
  validateSearch: siteOf,
  component: lazyRouteComponent(() => import('./features/site-settings/site-settings-page'), 'SiteSettingsPage'),
});
const visitors = createRoute({
  getParentRoute: () => signedIn,
  path: 'visitors',
  validateSearch: (search): { site?: string; month?: Month } => ({
    ...siteOf(search),
    month: isMonth(search['month']) ? search['month'] : undefined,
  }),
  component: lazyRouteComponent(() => import('./features/visitors/visitors-page'), 'VisitorsPage'),
});
const visitorsImport = createRoute({
  getParentRoute: () => signedIn,
  path: 'visitors/import',
  validateSearch: siteOf,
  component: lazyRouteComponent(() => import('./features/visitors/visitors-import-page'), 'VisitorsImportPage'),
});
/** Before sign-in too: the mail to reset a password lies there. */
const inbox = createRoute({
  getParentRoute: () => root,
  path: 'inbox',
  component: lazyRouteComponent(() => import('./features/inbox/inbox-page'), 'InboxPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    forgot,
    reset,
    inbox,
    signedIn.addChildren([
      home,
      start,
      reading,
      print,
      board,
      incident,
      settings,
      channels,
      ledger,
      watch,
      roster,
      rosterImport,
      myDuty,
      reach,
      siteSettings,
      visitors,
      visitorsImport,
    ]),
  ]),
  defaultPendingComponent: LoadingPage,
  defaultErrorComponent: UnexpectedPage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
});

session.ended = () => {
  const { pathname, href } = router.state.location;
  if (pathname === '/sign-in') return;
  forgetKeptAnswers();
  queryClient.clear();
  void router.navigate({ to: '/sign-in', search: { next: href, was: 'expired' } });
};

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
