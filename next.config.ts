import type { NextConfig } from 'next'
import withIntl from 'next-intl/plugin'

/**
 * For every page. `same-origin`: a link in an article must not tell the linked site which draft it stands in.
 * No form-action here: browsers apply it to the redirects of a sign-in provider too.
 */
const HEADERS: Readonly<Record<string, string>> = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
}

/** Not for readers' pages and captures: they bring a stricter policy of their own, which one from here would replace. */
const POLICY = "frame-ancestors 'none'; object-src 'none'; base-uri 'none'"

const FORMATTING = 'use-intl/format-message'

const config: NextConfig = {
  // For developers: two servers of one checkout need two folders.
  ...(process.env.GALLEY_DIST && { distDir: process.env.GALLEY_DIST }),
  poweredByHeader: false,
  // No title comes after the page: until it did, a screen reader would have none to say, and a tab none to show.
  htmlLimitedBots: /.*/,
  // `npm run check` checks the types of everything, tests included; who only starts the product need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Bundled, these would exist twice in the process: there would be two `Y.Doc` classes, and two openings of one database.
  serverExternalPackages: [
    '@electric-sql/pglite',
    '@hocuspocus/server',
    'lib0',
    'pg',
    'ws',
    'y-protocols',
    'yjs',
  ],
  // Messages come compiled (lib/messages/messages.ts): this is the half of the library that only formats, without the parser.
  turbopack: {
    resolveAlias: { [FORMATTING]: `${FORMATTING}/format-only` },
    rules: {
      '**/react-aria/dist/private/**/intlStrings.mjs': { loaders: ['./scripts/one-language.cjs'] },
      '**/react-aria-components/dist/private/intlStrings.mjs': {
        loaders: ['./scripts/one-language.cjs'],
      },
      '**/lib0/buffer.js': { condition: 'browser', loaders: ['./scripts/global-buffer.cjs'] },
    },
  },
  allowedDevOrigins: ['127.0.0.1'],
  headers: async () => [
    {
      source: '/:path*',
      headers: Object.entries(HEADERS).map(([key, value]) => ({ key, value })),
    },
    {
      source: '/((?!read(?:/|$)|api/v1/sources/[^/]+/captures/).*)',
      headers: [{ key: 'Content-Security-Policy', value: POLICY }],
    },
  ],
}

export default withIntl('./app/request-words.ts')(config)
