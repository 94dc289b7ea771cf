import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import type { PetitionState } from './contract.ts'
import { termsOf } from './terms.ts'

export type Similar = {
  id: string
  subject: string
  commune: string
  receivedOn: IsoDate
  state: PetitionState
  voices: number
  groupId: string | null
  /** 0 to 1: how much of what the two say is the same, rare words counting most. */
  likeness: number
}

/** Of the petitions that share a part of words, the latest so many are looked at: keeps the time of one look bounded. */
const LATEST = 500
/** Below this two petitions speak of different things. */
const LEAST = 0.12

/** Petitions of the own body that say the like, the most alike first. Compares words of subject and text, and nothing else. */
export async function similarTo(
  db: ReadDb,
  wanted: { bodyId: string; words: string; notId: string | null; limit: number },
): Promise<Similar[]> {
  const terms = termsOf(wanted.words)
  if (terms.length === 0) return []
  const { rows } = await sql<{
    id: string
    subject: string
    commune: string
    received_on: IsoDate
    state: PetitionState
    voices: number
    group_id: string | null
    likeness: number
  }>`
    WITH hit AS (
      SELECT wanted.term, found.petition_id, count(*) OVER (PARTITION BY wanted.term) AS often
      FROM unnest(${terms}::int[]) AS wanted (term) CROSS JOIN LATERAL (
        SELECT petition_id FROM petition_term
        WHERE home = (SELECT current_home()) AND body_id = ${wanted.bodyId} AND term = wanted.term
        ORDER BY petition_id DESC LIMIT ${LATEST}) AS found
    ), shared AS (
      SELECT petition_id, sum(1.0 / ln(2 + often)) AS weight FROM hit
      WHERE petition_id IS DISTINCT FROM ${wanted.notId}::uuid GROUP BY petition_id ORDER BY weight DESC LIMIT 40
    ), sized AS (
      SELECT shared.petition_id, weight, (SELECT count(*) FROM petition_term t
        WHERE t.home = (SELECT current_home()) AND t.petition_id = shared.petition_id) AS size FROM shared
    )
    SELECT p.id, p.subject, place.name AS commune, p.received_on, p.state, p.voices, p.group_id,
      (weight / sqrt(size * ${terms.length}::float8))::float8 AS likeness
    FROM sized JOIN petition p ON p.home = (SELECT current_home()) AND p.id = sized.petition_id
      JOIN place ON place.home = p.home AND place.id = p.commune_id
    ORDER BY likeness DESC, p.received_on DESC LIMIT ${wanted.limit}`.execute(db)
  return rows
    .filter(row => row.likeness >= LEAST)
    .map(({ received_on, group_id, ...row }) => ({ ...row, receivedOn: received_on, groupId: group_id }))
}
