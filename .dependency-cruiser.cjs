/**
 * The walls of the house (ARCHITECTURE: rooms). Each rule carries its reason as `comment`; a test asserts that every rule
 * still has files on both sides.
 */

/** The one or two files that wrap each package, so that replacing it is a change in one place. */
const wrappers = {
  commander: '^src/parse\\.ts$',
  'better-sqlite3': '^src/store/',
  'csv-parse': '^src/read/csv',
  yauzl: '^src/read/xlsx',
  '@e965/xlsx': '^src/read/xls-worker\\.js$',
  exceljs: '^src/render/xlsx',
  chalk: '^src/render/',
  'cli-table3': '^src/render/tty',
  'd3-scale': '^src/render/charts/',
  'd3-shape': '^src/render/charts/',
  'string-width': '^src/render/text-width\\.ts$',
  'iconv-lite': '^src/render/encode\\.ts$',
  'libphonenumber-js': '^src/core/values/(contact-point|phone-kind)\\.ts$',
  'ical-generator': '^src/render/ics\\.ts$',
  'pinyin-pro': '^src/commands/romanise\\.ts$',
  'lunar-typescript': '^src/core/follow-up/calendar/lunar\\.ts$',
}

/** Packages too slow to load before they are needed. */
const heavy = [
  '@e965/xlsx',
  'exceljs',
  'better-sqlite3',
  'libphonenumber-js',
  'csv-parse',
  'yauzl',
  'iconv-lite',
  'pinyin-pro',
  'lunar-typescript',
  'd3-scale',
  'd3-shape',
  'ical-generator',
]

const packageAt = (name) => `node_modules/${name}/`

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or lack a third.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'What nothing uses is read and kept for nothing.',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.d\\.ts$', orphan: true },
      to: {},
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere fails on the first computer that is not yours.',
      severity: 'error',
      from: { path: '^(src|bin)/' },
      to: { couldNotResolve: true, pathNot: '^\\.\\./dist/' },
    },
    {
      name: 'core-only-core',
      comment:
        'Figures are functions of readonly data: with no file, clock or database in reach they cannot depend on one.',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { path: '^src/', pathNot: '^src/core/' },
    },
    {
      name: 'core-no-node',
      comment: 'Core is pure; bytes, clock and environment come in as values.',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-few-packages',
      comment: 'Only packages that compute: dates, lunar ones too, and phone numbers.',
      severity: 'error',
      from: { path: '^src/core/' },
      to: {
        path: 'node_modules/',
        pathNot: 'node_modules/(@date-fns/utc|date-fns|libphonenumber-js|lunar-typescript)/',
      },
    },
    {
      name: 'declarations-only-core',
      comment:
        'Formats, due rules, reports and presets are declarations: one object in its own file, of words of core and its own folder.',
      severity: 'error',
      from: { path: '^src/(formats|rules|reports|presets)/' },
      to: { pathNot: '^src/(core/|$1/)' },
    },
    {
      name: 'rooms-apart',
      comment:
        'Read, store and render meet only in the values of core, so that each can be understood and replaced alone.',
      severity: 'error',
      from: { path: '^src/(read|store|render)/' },
      to: { path: '^src/(read|store|render)/', pathNot: '^src/$1/' },
    },
    {
      name: 'rooms-only-core',
      comment: 'A room knows core and itself; commands bring the rooms together.',
      severity: 'error',
      from: { path: '^src/(read|store|render)/' },
      to: { path: '^src/', pathNot: '^src/(core|$1)/' },
    },
    {
      name: 'messages-only-core',
      comment: 'A catalogue of words does nothing.',
      severity: 'error',
      from: { path: '^src/messages/' },
      to: { pathNot: '^src/(core|messages)/' },
    },
    {
      name: 'commands-know-no-command-line',
      comment: 'A command is a function of options and context: how they were typed is not its business.',
      severity: 'error',
      from: { path: '^src/commands/' },
      to: { path: '^src/(cli/.+|cli|parse|help|surface|main)\\.ts$' },
    },
    {
      name: 'commands-loaded-when-used',
      comment: 'crm --help starts in milliseconds because no command is loaded before it runs.',
      severity: 'error',
      from: { path: '^src/((cli|completion)/)?[^/]+\\.ts$' },
      to: { path: '^src/commands/', dependencyTypesNot: ['dynamic-import'] },
    },
    {
      name: 'one-file-system',
      comment:
        'Only src/files.ts, src/file-facts.ts and src/atomic-write.ts name node:fs, so that private modes, atomic writes and their errors are in one place.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(files|file-facts|atomic-write)\\.ts$' },
      to: { path: '^(node:)?fs(/promises)?$' },
    },
    {
      name: 'one-world',
      comment: 'Only src/io.ts touches the process; everything else gets its Io and can be run in a test.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/io\\.ts$' },
      to: { path: '^(node:)?process$' },
    },
    {
      name: 'no-network',
      comment: 'Nothing leaves the machine.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(node:)?(http|https|http2|net|tls|dgram|dns)(/promises)?$' },
    },
    {
      name: 'no-development-packages',
      comment:
        'What ships may not need what is only there for building and testing; the wrapped packages are taken into the bundle.',
      severity: 'error',
      from: { path: '^(src|bin)/' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: [...Object.keys(wrappers), 'date-fns', '@date-fns/utc'].map(packageAt).join('|'),
      },
    },
    {
      name: 'heavy-when-used',
      comment: 'Slow packages are imported where they are used, by files that are themselves loaded on demand.',
      severity: 'error',
      from: { path: '^src/((cli|completion)/)?[^/]+\\.ts$' },
      to: { path: heavy.map(packageAt).join('|') },
    },
    ...Object.entries(wrappers).map(([name, wrapper]) => ({
      name: `wrapped-${name}`,
      comment: `${name} is imported in one place, so that replacing it is a change in one place.`,
      severity: 'error',
      from: { path: '^src/', pathNot: wrapper },
      to: { path: packageAt(name) },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
  },
}
