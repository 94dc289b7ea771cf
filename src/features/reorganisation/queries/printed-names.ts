import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { namesInDuties, titlesOfProgrammes } from '../../programmes/index.ts'
import { ANSWER } from '../contract.ts'

/** The names to which texts of the own side give duties and which are no party of them: what a reorganisation can pass on. */
export const printedNames = query({
  name: 'reorganisation.printed-names',
  permission: ANSWER,
  input: z.strictObject({}),
  run: async ({ db, today }) => {
    const programmes = []
    for (const [id, title] of await titlesOfProgrammes(db))
      programmes.push({ id, title, names: await namesInDuties(db, id, today) })
    return { programmes: programmes.filter(one => one.names.length > 0) }
  },
})
