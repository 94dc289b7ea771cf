import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { KEEP } from './rules.ts'

/** What the form of a new round opens with: the programmes that it may belong to. */
export const choices = query({
  name: 'honours.commendation-choices',
  permission: KEEP,
  input: z.strictObject({}),
  run: async ({ db }) => ({
    programmes: await db.selectFrom('programme').select(['id', 'title', 'number']).orderBy('title').execute(),
  }),
})
