import { Caller } from './caller.ts'
import { actionOf, bearing, type House, withToken } from './house.ts'

/** Somebody whom the house must not know, or not for this, whatever is asked. */
export interface Ghost {
  readonly name: string
  readonly caller: Caller
  /** Only the HTTP interface reads tokens, only it hears what other sites send. */
  readonly hears: 'both' | 'api'
  /** May ask, and nothing else. */
  readonly reads?: true
}

const SIGN_OUT = '(newsroom)/actions#signOutHere'

/** All of them may everything by their roles. They are let out here: everything else in the house is to be ready. */
export async function ghostsOf(house: House): Promise<readonly Ghost[]> {
  const { server, database, ids, by, actions } = house
  const { url } = server
  await by.ended.act(actionOf(actions, SIGN_OUT), [])
  const revoked = await withToken(house, 'narrow')
  await revoked.caller.must('DELETE', `/api/v1/tokens/${revoked.id}`)
  const old = await withToken(house, 'narrow')
  const lost = await withToken(house, 'disabled')
  const narrow = await withToken(house, 'narrow', { scopes: ['read'] })
  const past = "now() - interval '1 minute'"
  await database.query(`update api_token set expires_at = ${past} where id = $1`, [old.id])
  await database.query(`update session set expires_at = ${past} where person_id = $1`, [
    ids.expired,
  ])
  await database.query('update session set awaits_factor = true where person_id = $1', [
    ids.awaiting,
  ])
  await database.query('update person set disabled_at = now() where id = $1', [ids.disabled])
  const both = (name: string, caller: Caller): Ghost => ({ name, caller, hears: 'both' })
  const api = (name: string, caller: Caller): Ghost => ({ name, caller, hears: 'api' })
  const forged = 'authjs.session-token=eyJhbGciOiJub25lIn0.eyJzaWQiOiIxIn0.'
  return [
    both('without anything', new Caller(url)),
    both('with a forged cookie', new Caller(url, { cookie: forged })),
    both('with a session that was ended', by.ended),
    both('with a session that has expired', by.expired),
    both('who owes a second factor', by.awaiting),
    both('who was disabled', by.disabled),
    both('from another site', elsewhere(by.narrow)),
    api('with a token that nobody made', bearing(url, `galley_${'x'.repeat(43)}`)),
    api('with a token that was revoked', revoked.caller),
    api('with a token that has expired', old.caller),
    api('with a token of somebody disabled', lost.caller),
    { ...api('with a token that only reads', narrow.caller), reads: true },
  ]
}

/** A page of another site sends what the browser of somebody sends who is signed in. */
const elsewhere = ({ url, headers }: Caller) =>
  new Caller(url, { ...headers, origin: 'https://elsewhere.example' })
