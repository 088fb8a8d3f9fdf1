/**
 * Who may import whom. The two tables are the whole policy; the rules below them only spell it out.
 * It judges the resolved graph, so it also sees what an import reaches. lib/testing/boundaries.test.ts plants illegal
 * imports to prove that it bites: it reads nothing, in silence, under a TypeScript that it does not know (7).
 */

/** Parts of the domain, each of which may use those before it. */
const DOMAIN = [
  'shared',
  'text',
  'figures',
  'talk',
  'sourcing',
  'trail',
  'drafts',
  'review',
  'access',
  'history',
  'publication',
  'formats',
  'notices',
]

const domainLayers = DOMAIN.map((part, index) => [
  `lib/domain/${part}`,
  DOMAIN.slice(0, index).map((earlier) => `lib/domain/${earlier}`),
])

/** Files in KEY may import KEY itself and the VALUES; anything else of ours is refused. */
export const mayImport = {
  ...Object.fromEntries(domainLayers),
  'lib/editor': ['lib/domain'],
  db: ['lib/domain'],
  'lib/collab': ['lib/domain', 'lib/editor/read-[^/]+'],
  'lib/capture': ['lib/domain'],
  'lib/signing': ['lib/domain'],
  'lib/vault': ['lib/domain'],
  'lib/usecases': [
    'lib/domain',
    'lib/signing',
    'lib/vault',
    'db',
    'lib/collab/(ports|snapshot|log|update-log)[^/]*',
    'lib/capture/ports',
  ],
  'lib/messages': ['lib/domain'],
  'lib/auth': [
    'lib/domain',
    'db/(connection|process)',
    'db/repositories/(audit|external-identities|people|second-factors|sessions|tokens|tickets)',
  ],
  'lib/server': [
    'lib/domain',
    'lib/editor',
    'lib/collab',
    'lib/capture',
    'lib/signing',
    'lib/vault',
    'lib/usecases',
    'lib/auth',
    'db',
  ],
  components: ['lib/domain', 'lib/editor', 'lib/collab/browser', 'lib/messages'],
  app: ['components', 'lib/domain', 'lib/messages', 'lib/usecases', 'lib/auth'],
}

/** A package has one home. */
export const home = {
  'react|react-dom': ['app', 'components'],
  'next|next-auth|server-only': ['app', 'lib/auth', 'lib/server'],
  'yjs|y-protocols|lib0': ['lib/collab', 'lib/editor'],
  '@tiptap|prosemirror-[^/]+': ['lib/editor', 'components/editor'],
  '@hocuspocus': ['lib/collab'],
  'drizzle-orm|@electric-sql|pg': ['db'],
  'pino|prom-client|nodemailer': ['lib/server'],
  sharp: ['lib/usecases'],
  jose: ['lib/signing'],
  'next-intl': ['app', 'components', 'lib/messages'],
  'icu-minify|@formatjs': ['lib/messages'],
  otpauth: ['lib/usecases'],
  uqr: ['components'],
  'ipaddr.js|@mozilla/readability|linkedom|unpdf|file-type|@citation-js': ['lib/capture'],
}

/** What components may use of a package that lives elsewhere. */
const forComponents = '^node_modules/next/(link|navigation|image|dynamic)\\.'

const OURS = '^(app|components|db|lib)/'
const TESTS = ['[^/]+\\.(test|bench|spec)\\.tsx?$', '^lib/testing/']
const SERVER_PARTS = '^(db|lib/(usecases|auth|server))/'
const SERVER_PACKAGES =
  '^node_modules/(@types/)?(@electric-sql|@hocuspocus/server|drizzle-orm|next-auth|pg|server-only|ws)/'

const packages = (names) => `^node_modules/(@types/)?(${names})/`
const at = (folders) => folders.map((folder) => `^${folder}(/|\\.|$)`)
const rule = (name, from, to) => ({ name, severity: 'error', from, to })

const layers = Object.entries(mayImport).map(([from, to]) =>
  rule(
    `layer:${from}`,
    { path: `^${from}/`, pathNot: TESTS },
    { path: OURS, pathNot: at([from, ...to]) },
  ),
)

const homes = Object.entries(home).map(([names, folders]) =>
  rule(
    `home:${names}`,
    {
      path: OURS,
      pathNot: [...TESTS, ...at(folders), ...(names.startsWith('next') ? ['^components/'] : [])],
    },
    { path: packages(names) },
  ),
)

export default {
  forbidden: [
    rule('no-cycles', {}, { circular: true }),
    rule('unresolvable', {}, { couldNotResolve: true }),
    rule('homeless', {}, { path: OURS, pathNot: at([...Object.keys(mayImport), 'lib/testing']) }),
    rule('testing-is-for-tests', { path: OURS, pathNot: TESTS }, { path: '^lib/testing/' }),
    rule(
      'nobody-imports-the-entry',
      { pathNot: ['^lib/server/', ...TESTS] },
      { path: '^lib/server/' },
    ),
    rule('domain-is-pure', { path: '^lib/domain/', pathNot: TESTS }, { dependencyTypes: ['core'] }),
    rule(
      'components-use-little-of-next',
      { path: '^components/', pathNot: TESTS },
      { path: packages('next|next-auth|server-only'), pathNot: forComponents },
    ),
    rule(
      'browser-cannot-reach-server',
      { path: '^(components|lib/(editor|collab/browser))/', pathNot: TESTS },
      {
        path: [SERVER_PARTS, SERVER_PACKAGES, '^(node:)?(fs|net|http|https|child_process)$'],
        reachable: true,
      },
    ),
    // Node runs the entry as it is: nothing that only Next's bundler can load may be within its reach.
    rule(
      'entry-runs-on-plain-node',
      { path: '^lib/server/', pathNot: TESTS },
      {
        path: '^(app|components)/|\\.tsx$|^node_modules/(server-only/|next-auth/index\\.|next/(?!index\\.)[a-z-]+\\.)',
        reachable: true,
      },
    ),
    ...layers,
    ...homes,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
}
