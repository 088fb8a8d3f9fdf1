import NextAuth, { type Account, CredentialsSignin, type Profile, type User } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { databaseOfProcess } from '#db/process.ts'
import { findPersonForSignIn } from '#db/repositories/people.ts'
import { checkCredentials, openSession, SESSION_DAYS } from './credentials.ts'
import { type Claim, personBehind } from './external.ts'
import { isLoopback } from './loopback.ts'
import { externalProviders } from './providers.ts'
import { settingsOfProcess } from './settings.ts'

/** Carries the sentence for the person through next-auth. */
export class SignInRefused extends CredentialsSignin {
  override code: string

  constructor(message: string) {
    super(message)
    this.code = message
  }
}

/** Lets in who is known; else where to go, with the reason. */
async function admit(given: {
  readonly user: User
  readonly account?: Account | null
  readonly profile?: Profile
}): Promise<true | string> {
  if (given.account?.type === 'credentials') return true
  const claim = claimOf(given.account, given.profile)
  const found = await personBehind(databaseOfProcess().handle, claim, new Date())
  if ('refusal' in found) return `/sign-in?refused=${found.refusal}&by=${claim.provider}`
  // Next-auth gives accounts of elsewhere an id of its own making: ours is that of the person.
  given.user.id = found.person.id
  return true
}

function claimOf(account: Account | null | undefined, profile: Profile | undefined): Claim {
  return {
    provider: account?.provider ?? '',
    subject: account?.providerAccountId ?? '',
    email: profile?.email ?? null,
    verified: profile?.email_verified === true,
  }
}

/** Lazy: `next build` opens no database. */
export const { handlers, auth, signIn, signOut } = NextAuth(() => ({
  session: { strategy: 'jwt' as const, maxAge: SESSION_DAYS * 86_400 },
  trustHost: true,
  pages: { signIn: '/sign-in', error: '/sign-in' },
  // A wrong password is no error of ours; whoever signs in is told.
  logger: { error: (error) => error instanceof CredentialsSignin || console.error(error) },
  providers: [
    ...externalProviders(settingsOfProcess().providers),
    Credentials({
      id: 'password',
      credentials: { email: {}, password: { type: 'password' } },
      authorize: async (given) => {
        const outcome = await checkCredentials(
          String(given?.email ?? ''),
          String(given?.password ?? ''),
        )
        if (!outcome.ok) throw new SignInRefused(outcome.failure.message)
        return { id: outcome.value.id }
      },
    }),
    Credentials({
      id: 'demo',
      credentials: { email: {} },
      authorize: async (given, request) => {
        const email = String(given?.email ?? '')
        if (!settingsOfProcess().demo || !isLoopback(request.headers)) return null
        if (!email.endsWith('@galley.test')) return null
        const found = await findPersonForSignIn(databaseOfProcess().handle, email)
        return found && !found.person.disabledAt ? { id: found.person.id } : null
      },
    }),
  ],
  callbacks: {
    // A path only: Next builds request addresses from its own settings, never from the Host header.
    redirect: ({ url, baseUrl }) => {
      const target = new URL(url, baseUrl)
      return `/${target.pathname.replace(/^\/+/, '')}${target.search}`
    },
    signIn: admit,
    jwt: async ({ token, user }) => {
      if (user?.id) token.sid = await openSession(user.id)
      return token
    },
    session: ({ session, token }) => Object.assign(session, { sid: token.sid }),
  },
}))
