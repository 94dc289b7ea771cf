import { z } from 'zod'
import type { HoldingSource } from '../../../engine/feature.ts'
import { query } from '../../../engine/query.ts'
import { ANSWER } from '../contract.ts'
import { auditKind, groupOf } from '../kinds.ts'

/** The open work of the own body, piece by piece: what can be passed to another heir than its kind. */
export const pieces = (sources: readonly HoldingSource[]) =>
  query({
    name: 'reorganisation.pieces',
    permission: ANSWER,
    input: z.strictObject({}),
    run: async context => {
      const found = []
      for (const source of sources) found.push(...(await source.find(context)))
      return {
        pieces: found.flatMap(({ kind, id, title, context: under }) => {
          const group = groupOf(kind)
          return group && title ? [{ kind: auditKind(kind), id, title, context: under, group }] : []
        }),
      }
    },
  })
