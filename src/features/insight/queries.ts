import { z } from 'zod'
import type { Deadline, DeadlineSource, Hit, Holders, HoldingSource, Searchable } from '../../engine/feature.ts'
import { findDeadlines } from '../../engine/find-deadlines.ts'
import { type QueryContext, query } from '../../engine/query.ts'
import { addDays } from '../../kernel/dates.ts'
import { anyRole } from '../../kernel/permissions.ts'
import { colleaguesOf } from '../agencies/index.ts'
import { positionsOf } from '../programmes/index.ts'
import { heldWork } from './held.ts'
import {
  type GroupKey,
  groupsOf,
  holdersIn,
  isHeldBy,
  rankHits,
  SHOWN_PER_GROUP,
  searchText,
  stretchesUntil,
  WHOSE,
  type Whose,
} from './rules.ts'

const SEE = { roles: anyRole, reach: 'party' } as const
const LOOKS_AHEAD_DAYS = 60
/** A few more of each kind than are shown, so that ranking has a choice. */
const FOUND_PER_KIND = 24

/** "Việc của tôi": everything with a day in the next two months, or waiting for a side, in groups. */
export const myWork = (sources: readonly DeadlineSource[], holdings: readonly HoldingSource[]) => {
  const many = sources.filter(source => 'first' in source)
  const few = sources.filter(source => !('first' in source))
  return query({
    name: 'insight.my-work',
    permission: SEE,
    input: z.strictObject({ of: z.enum(WHOSE).default('side') }),
    run: async (context, { of }) => {
      const until = addDays(context.today, LOOKS_AHEAD_DAYS)
      const stretches = stretchesUntil(context.today, until)
      const heldBy = await holdersOf(context, of)
      const found = await findDeadlines(context, few, until)
      const deadlines = heldBy ? await heldByThem(context, found, { heldBy, holdings }) : found
      const hidden = new Map<GroupKey, number>()
      for (const source of many) {
        const first = await source.first(context, { stretches, most: SHOWN_PER_GROUP, heldBy })
        deadlines.push(...first.lines)
        for (const [at, { key }] of stretches.entries()) hidden.set(key, (hidden.get(key) ?? 0) + first.hidden[at]!)
      }
      const own = typeof context.acting === 'string' ? null : context.acting.bodyId
      const groups = groupsOf(deadlines, context.today, await positionsOf(context.db, own), hidden)
      const counts = Object.fromEntries(groups.map(group => [group.key, group.total]))
      return { today: context.today, groups, counts }
    },
  })
}

/** The people whose work is asked for: oneself, or everybody of one's own unit; null for the whole side. */
async function holdersOf({ db, acting }: QueryContext, of: Whose): Promise<Holders | null> {
  if (of === 'side' || typeof acting === 'string') return null
  const colleagues = of === 'unit' ? await colleaguesOf(db, acting.bodyId) : new Map()
  return holdersIn(colleagues, acting.accountId)
}

/** Those lines that these people hold, by who was named for them or else began them. */
async function heldByThem(
  context: QueryContext,
  lines: readonly Deadline[],
  { heldBy, holdings }: { heldBy: Holders; holdings: readonly HoldingSource[] },
): Promise<Deadline[]> {
  const kinds = new Set(lines.map(line => (line.of ?? line).kind))
  const work = await heldWork(
    context,
    holdings.filter(({ kind }) => kinds.has(kind)),
  )
  const held = new Map(work.map(one => [`${one.kind} ${one.id}`, one]))
  const holderOf = ({ of, kind, id }: Deadline) => held.get(of ? `${of.kind} ${of.id}` : `${kind} ${id}`) ?? null
  return lines.filter(line => isHeldBy(line, holderOf(line), heldBy))
}

/** Clauses, work, papers and bodies that hold all the words, within the rights of who asks; marks may be left out. */
export const search = (sources: readonly Searchable[]) =>
  query({
    name: 'insight.search',
    permission: SEE,
    input: z.strictObject({ words: z.string().trim().min(1).max(100) }),
    run: async (context, { words }) => {
      const text = searchText(words)
      const kinds: Hit[][] = []
      if (text) for (const source of sources) kinds.push(await source.find(context, text, FOUND_PER_KIND))
      return { hits: rankHits(kinds) }
    },
  })
