import { expect, it } from 'vitest'
import { feedSecret } from '../contract.ts'
import { newSecret } from './new-secret.ts'

it('makes a new key each time, in the form that the server takes', () => {
  const secrets = Array.from({ length: 200 }, newSecret)
  expect(new Set(secrets).size).toBe(200)
  expect(secrets.filter(secret => !feedSecret.safeParse(secret).success)).toEqual([])
})
