import { z } from 'zod'
import type { Deadline, DeadlineSource, Hit, Searchable } from '../../engine/feature.ts'
import { query } from '../../engine/query.ts'
import { addDays } from '../../kernel/dates.ts'
import { anyRole } from '../../kernel/permissions.ts'
import { positionsOf } from '../programmes/index.ts'
import { type GroupKey, groupsOf, rankHits, SHOWN_PER_GROUP, searchText, stretchesUntil } from './rules.ts'

const SEE = { roles: anyRole, reach: 'party' } as const
const LOOKS_AHEAD_DAYS = 60
/** A few more of each kind than are shown, so that ranking has a choice. */
const FOUND_PER_KIND = 24

/** "Việc của tôi": everything with a day in the next two months, or waiting for a side, in groups. */
export const myWork = (sources: readonly DeadlineSource[]) =>
  query({
    name: 'insight.my-work',
    permission: SEE,
    input: z.strictObject({}),
    run: async context => {
      const until = addDays(context.today, LOOKS_AHEAD_DAYS)
      const stretches = stretchesUntil(context.today, until)
      const deadlines: Deadline[] = []
      const hidden = new Map<GroupKey, number>()
      for (const source of sources) {
        if (!source.first) {
          deadlines.push(...(await source.find(context, until)))
          continue
        }
        const found = await source.first(context, stretches, SHOWN_PER_GROUP)
        deadlines.push(...found.lines)
        for (const [at, { key }] of stretches.entries()) hidden.set(key, (hidden.get(key) ?? 0) + found.hidden[at]!)
      }
      const own = typeof context.acting === 'string' ? null : context.acting.bodyId
      const groups = groupsOf(deadlines, context.today, await positionsOf(context.db, own), hidden)
      const counts = Object.fromEntries(groups.map(group => [group.key, group.total]))
      return { today: context.today, groups, counts }
    },
  })

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
