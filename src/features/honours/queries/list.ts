import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { HANDLE, may } from '../rules.ts'
import { selectRecognitions, toRecognition } from '../store.ts'

const MOST = 2000

/** The villages of the own register, each with the decision that it rests on: no name, which is opened one by one with a reason. */
export const list = query({
  name: 'honours.list',
  permission: HANDLE,
  input: z.strictObject({
    communeId: z.guid().optional(),
    year: z.int().optional(),
    ended: z.boolean().default(false),
  }),
  run: async ({ db, acting, today }, { communeId, year, ended }) => {
    let wanted = selectRecognitions(db)
      .innerJoin('place as village', 'village.id', 'recognition.village_id')
      .innerJoin('place as commune', 'commune.id', 'village.parent_id')
      .select(['village.name as village', 'commune.name as commune', 'commune.id as commune_id'])
      .where('recognition.ended_on', ended ? 'is not' : 'is', null)
    if (communeId) wanted = wanted.where('commune.id', '=', communeId)
    if (year) wanted = wanted.where('list.year', '=', year)
    const rows = await wanted
      .orderBy(sql`commune.name COLLATE "vi-x-icu"`)
      .orderBy(sql`village.name COLLATE "vi-x-icu"`)
      .orderBy('recognition.id')
      .limit(MOST)
      .execute()
    const years = await db.selectFrom('recognition_list').select('year').distinct().orderBy('year', 'desc').execute()
    return {
      today,
      years: years.map(row => row.year),
      rows: rows.map(row => {
        const { id, decisionNumber, decidedOn, decidedBy, year: chosen, endedOn, endedBy } = toRecognition(row)
        const place = { village: row.village, commune: row.commune, communeId: row.commune_id }
        return { id, ...place, decisionNumber, decidedOn, decidedBy, year: chosen, endedOn, endedBy }
      }),
      can: { load: may(HANDLE, acting) },
    }
  },
})
