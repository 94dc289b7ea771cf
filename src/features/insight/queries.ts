import { z } from 'zod'
import type { Deadline, DeadlineSource, Hit, HoldingSource, Searchable } from '../../engine/feature.ts'
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
  isWhose,
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
export const myWork = (sources: readonly DeadlineSource[], holdings: readonly HoldingSource[]) =>
  query({
    name: 'insight.my-work',
    permission: SEE,
    input: z.strictObject({ of: z.enum(WHOSE).default('side') }),
    run: async (context, { of }) => {
      const until = addDays(context.today, LOOKS_AHEAD_DAYS)
      const stretches = stretchesUntil(context.today, until)
      // The first lines of the whole side say nothing of one person's: then all are looked through.
      const many = of === 'side' ? sources.filter(source => 'first' in source) : []
      const deadlines = await findDeadlines(
        context,
        sources.filter(source => of !== 'side' || !('first' in source)),
        until,
      )
      const hidden = new Map<GroupKey, number>()
      for (const source of many) {
        const found = await source.first(context, stretches, SHOWN_PER_GROUP)
        deadlines.push(...found.lines)
        for (const [at, { key }] of stretches.entries()) hidden.set(key, (hidden.get(key) ?? 0) + found.hidden[at]!)
      }
      const own = typeof context.acting === 'string' ? null : context.acting.bodyId
      const groups = groupsOf(
        await ofWhom(context, deadlines, { of, holdings }),
        context.today,
        await positionsOf(context.db, own),
        hidden,
      )
      const counts = Object.fromEntries(groups.map(group => [group.key, group.total]))
      return { today: context.today, groups, counts }
    },
  })

/** Those of the whole side, of the own unit, or one's own, by who was named for them or else began them. */
async function ofWhom(
  context: QueryContext,
  deadlines: readonly Deadline[],
  { of: whose, holdings }: { of: Whose; holdings: readonly HoldingSource[] },
): Promise<readonly Deadline[]> {
  const { db, acting } = context
  if (whose === 'side' || typeof acting === 'string') return deadlines
  const colleagues = await colleaguesOf(db, acting.bodyId)
  const own = colleagues.get(acting.accountId) ?? { accountId: acting.accountId, units: [] }
  const held = new Map(
    (await heldWork(context, holdings)).map(one => [
      `${one.kind} ${one.id}`,
      { ...one, units: colleagues.get(one.accountId)?.units ?? [] },
    ]),
  )
  const holderOf = ({ of, kind, id }: Deadline) => held.get(of ? `${of.kind} ${of.id}` : `${kind} ${id}`) ?? null
  return deadlines.filter(line => isWhose(line, holderOf(line), whose, own))
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
