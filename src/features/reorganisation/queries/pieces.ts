import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { titlesOfProgrammes } from '../../programmes/index.ts'
import { ANSWER } from '../contract.ts'
import { openPieces } from '../shares.ts'

/** What the own body still works on, piece by piece: each can pass to another heir than its kind. */
export const pieces = query({
  name: 'reorganisation.pieces',
  permission: ANSWER,
  input: z.strictObject({}),
  run: async ({ db, acting }) => {
    const titles = await titlesOfProgrammes(db)
    const found = await openPieces(db, personOf(acting).bodyId)
    return {
      pieces: found.map(({ kind, id, title, programmeId }) => ({
        kind,
        id,
        title,
        programme: kind === 'programme' || programmeId === null ? null : (titles.get(programmeId) ?? null),
      })),
    }
  },
})
