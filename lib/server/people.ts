import type { Database } from '#db/connection.ts'
import { listPeople } from '#db/repositories/people.ts'
import { peopleWithFactor } from '#db/repositories/second-factors.ts'
import { hashPassword } from '#lib/auth/password.ts'
import { type Rescue, rescuePerson } from '#lib/usecases/rescue-person.ts'
import { withNewsroom } from './with-newsroom.ts'

/** `npm run people`: gets a newsroom in again that has locked itself out. */
const USAGE = `npm run people                                 lists everybody
npm run people -- reset-second-factor EMAIL    takes the second factor away: the password alone signs in
npm run people -- new-password EMAIL           sets another password, and prints it
npm run people -- make-admin EMAIL             makes an administrator of somebody, and enables them
`

const DONE: Readonly<Record<Rescue, (name: string) => string>> = {
  'reset-second-factor': (name) =>
    `${name} signs in by the password alone, and is signed out everywhere; their tokens have ended. They set up a new second factor under Settings.`,
  'new-password': (name) =>
    `${name} is signed out everywhere, their tokens have ended, and they sign in with the password above. It is shown this one time.`,
  'make-admin': (name) => `${name} is an administrator, and can sign in.`,
}

const isRescue = (command: string): command is Rescue => Object.hasOwn(DONE, command)

async function main([command, email, ...more]: readonly string[]): Promise<number> {
  if (command === undefined) return withNewsroom(list)
  if (!isRescue(command) || email === undefined || more.length) {
    process.stderr.write(USAGE)
    return 2
  }
  return withNewsroom((database) => rescue(database, command, email))
}

async function list({ handle }: Database): Promise<number> {
  const withFactor = await peopleWithFactor(handle)
  const lines = (await listPeople(handle)).map(({ id, email, name, roles, chief, disabledAt }) => {
    const also = [
      ...roles,
      ...(chief ? ['chief'] : []),
      ...(withFactor.has(id) ? ['second factor'] : []),
      ...(disabledAt === null ? [] : ['disabled']),
    ]
    return `${email}\t${name}\t${also.join(', ')}\n`
  })
  process.stdout.write(lines.join('') || 'Nobody is here yet: the first start prints a code.\n')
  return 0
}

async function rescue({ handle: db }: Database, command: Rescue, email: string): Promise<number> {
  const outcome = await rescuePerson({ db, now: () => new Date() }, command, email, hashPassword)
  if (!outcome.ok) {
    process.stderr.write(
      `Nothing was done. ${outcome.failure.message} \`npm run people\` lists all.\n`,
    )
    return 2
  }
  const { name, password } = outcome.value
  if (password !== null) process.stdout.write(`${password}\n`)
  process.stdout.write(`${DONE[command](name)}\n`)
  return 0
}

process.exitCode = await main(process.argv.slice(2))
