import type { Actor, PersonRole } from '#lib/domain/access/policy.ts'
import type { Desk } from '#lib/testing/desk-fixture.ts'

/** Who takes part; `ada` begins the article, `ann` is the administrator. */
const ROLES: Readonly<Record<string, readonly PersonRole[]>> = {
  ada: ['writer', 'editor'],
  eve: ['editor', 'reviewer'],
  rev: ['reviewer'],
  sol: ['reviewer', 'writer'],
  pia: ['publisher'],
  ann: ['admin'],
}

/** What roles change to, while others do something else. */
export const OTHER_ROLES: readonly (readonly PersonRole[])[] = [
  ['writer'],
  ['reviewer'],
  ['editor', 'reviewer'],
  ['publisher', 'reviewer'],
  ['editor', 'publisher'],
]

/** The people of a history, as a session would read them from the database each time. */
export class Cast {
  readonly people: Actor[] = []
  /** As they were at first. */
  readonly begun: Actor[] = []

  static async hire(desk: Desk): Promise<Cast> {
    const cast = new Cast()
    for (const [name, roles] of Object.entries(ROLES))
      cast.people.push(await desk.person(roles, name === 'pia'))
    cast.begun.push(...cast.people)
    return cast
  }

  at(index: number): Actor {
    return this.people[index % this.people.length] as Actor
  }

  get admin(): Actor {
    return this.people.at(-1) as Actor
  }

  /** Whoever has the role now. */
  with(role: PersonRole): readonly Actor[] {
    return this.people.filter(({ roles }) => roles.includes(role))
  }

  setRoles(id: string, roles: readonly PersonRole[], chief: boolean): void {
    const at = this.people.findIndex((person) => person.id === id)
    const person = this.people[at]
    if (person) this.people[at] = { ...person, roles, chief }
  }
}
