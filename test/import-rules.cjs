/**
 * Who may import whom, as a failing check (`npm run rules`). A room is a folder of `libs`; it is entered through its
 * `index.ts` only (`domain` has five doors: `engine`, `search`, `roster`, `check` and `analysis`).
 */
const ground = ['domain', 'config'];
const rooms = {
  domain: [],
  config: ['domain'],
  database: ground,
  queues: ground,
  timeline: [...ground, 'database', 'queues'],
  timers: [...ground, 'database', 'queues'],
  playbooks: [...ground, 'database', 'queues', 'timeline', 'timers'],
  spreadsheet: ground,
  roster: [...ground, 'database', 'queues', 'timeline', 'timers', 'spreadsheet'],
  escalation: [...ground, 'database', 'queues', 'timeline', 'timers', 'roster'],
  notifications: [...ground, 'database', 'queues', 'timeline', 'timers'],
  analysis: [...ground, 'database', 'queues', 'timeline', 'timers', 'spreadsheet', 'roster'],
  identity: [...ground, 'database', 'queues', 'timeline', 'timers'],
  incidents: [...ground, 'database', 'queues', 'timeline', 'timers', 'playbooks', 'escalation', 'roster'],
  watch: [...ground, 'database', 'queues', 'timeline', 'timers', 'roster', 'notifications'],
  engine: [
    ...ground,
    ...['database', 'queues', 'timeline', 'timers', 'playbooks', 'escalation', 'notifications', 'analysis', 'identity'],
    ...['spreadsheet', 'roster', 'incidents', 'watch'],
  ],
};
const SPEC = '\\.spec\\.ts$';

const roomRules = Object.entries(rooms).map(([room, allowed]) => ({
  name: `${room}-imports-only-what-it-may`,
  comment: allowed.length ? `${room} may import ${allowed.join(', ')}.` : `${room} imports nothing of ours.`,
  severity: 'error',
  from: { path: `^libs/${room}/`, pathNot: SPEC },
  to: { path: '^(libs|apps)/', pathNot: [room, ...allowed].map((name) => `^libs/${name}/`) },
}));

module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: 'every-room-has-its-rule',
      comment: 'A new folder in libs needs a line in test/import-rules.cjs.',
      severity: 'error',
      from: { path: '^libs/', pathNot: Object.keys(rooms).map((room) => `^libs/${room}/`) },
      to: {},
    },
    {
      name: 'rooms-are-entered-by-their-door',
      comment: 'Import @zenmeban/<room> (its index.ts), not a file inside it.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/', pathNot: SPEC },
      to: {
        path: '^libs/[^/]+/.+',
        pathNot: [
          '^libs/$1/',
          '^libs/[^/]+/index\\.ts$',
          '^libs/domain/(engine|search|roster|check|analysis)/index\\.ts$',
        ],
      },
    },
    {
      name: 'apps-use-the-doors-of-rooms',
      comment: 'Import @zenmeban/<room> (its index.ts), not a file inside it.',
      severity: 'error',
      from: { path: '^apps/' },
      to: {
        path: '^libs/[^/]+/.+',
        pathNot: ['^libs/[^/]+/index\\.ts$', '^libs/domain/(engine|search|roster|check|analysis)/index\\.ts$'],
      },
    },
    {
      name: 'apps-do-not-import-each-other',
      comment: 'Only standalone composes the api and the worker.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/standalone/' },
      to: { path: '^apps/[^/]+/', pathNot: '^apps/$1/' },
    },
    {
      name: 'web-imports-only-what-the-domain-has-for-phones',
      comment: 'Its engine and its search; the checker would bring a YAML parser.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(libs|apps|test)/', pathNot: ['^apps/web/', '^libs/domain/(engine|search)/index\\.ts$'] },
    },
    {
      name: 'the-engine-needs-no-package',
      comment: 'libs/domain/engine is shipped to phones: no npm package, no Node module, nothing but itself.',
      severity: 'error',
      from: { path: '^libs/domain/engine/', pathNot: SPEC },
      to: { pathNot: '^libs/domain/engine/' },
    },
    {
      name: 'the-search-needs-only-minisearch',
      comment: 'libs/domain/search is shipped to phones: minisearch, and nothing else but itself.',
      severity: 'error',
      from: { path: '^libs/domain/search/', pathNot: SPEC },
      to: { pathNot: ['^libs/domain/search/', 'node_modules/minisearch/'] },
    },
    {
      name: 'the-analysis-needs-only-jstat',
      comment: 'libs/domain/analysis is arithmetic: jstat for quantiles, the errors of the engine, and nothing else.',
      severity: 'error',
      from: { path: '^libs/domain/analysis/', pathNot: SPEC },
      to: { pathNot: ['^libs/domain/(analysis|engine)/', 'node_modules/jstat/'] },
    },
    {
      name: 'the-domain-is-pure',
      comment: 'No Nest, TypeORM, file system, environment or network in the domain.',
      severity: 'error',
      from: { path: '^libs/domain/', pathNot: SPEC },
      to: {
        pathNot: ['^libs/domain/', 'node_modules/(zod|yaml|luxon|minisearch|jstat)/', 'node_modules/@types/luxon/'],
      },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      comment: 'A file nobody imports and that imports nothing is left over.',
      severity: 'error',
      from: { orphan: true, pathNot: ['^apps/[^/]+/main\\.ts$', '\\.d\\.m?ts$', '\\.mjs$', '^apps/web/', SPEC] },
      to: {},
    },
    {
      name: 'no-unresolvable',
      comment: 'A package that is missing, or not in package.json, works only by luck.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'production-code-uses-no-dev-dependency',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: [SPEC, '^apps/web/', '^apps/standalone/(start|build)\\.mjs$'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^\\.data/', '^\\.cache/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['main', 'types'],
    },
  },
};
