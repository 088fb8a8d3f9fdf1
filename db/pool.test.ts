import { expect, inject, it } from 'vitest'
import { poolOf } from './pool.ts'

it('[VER8] a connection that cannot come into its role answers nothing', async () => {
  const pool = await poolOf(inject('postgresUrl'), 'set role nobody_of_this_name')
  try {
    await expect(pool.query('select current_user')).rejects.toThrow(/nobody_of_this_name/)
    await expect(pool.query('select current_user')).rejects.toThrow(/nobody_of_this_name/)
  } finally {
    await pool.end()
  }
})
