import { z } from 'zod'
import type { FigureQuery } from './contract.ts'

const word = (value: string | undefined): string => (value === undefined ? '' : value.replaceAll('|', '%7C'))

/** The condition itself in a fixed order, so that a link to a figure holds as long as its meaning. */
export const idOf = (query: FigureQuery): string => {
  const { kind, from, to, clausePath, itemId, activityKind, activityKinds, unit, target, part, highest } = query
  const work = `${word(clausePath)}|${itemId ?? ''}|${word(activityKind)}|${word(activityKinds?.join('+'))}`
  const more = `${part ? `|${word(part)}` : ''}${highest ? '|highest' : ''}`
  return `${kind}|${from}|${to}|${work}|${word(unit)}|${target ?? ''}${more}`
}

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const condition = z.strictObject({
  kind: z.enum([
    'activities',
    'uncounted',
    'count',
    'reach',
    'money',
    'share',
    'detail',
    'communes',
    'petitions',
    'supervisions',
    'split',
    'movements',
    'honours',
    'places',
    'led',
    'informing',
  ]),
  from: day,
  to: day,
  clausePath: z.string().optional(),
  itemId: z.guid().optional(),
  activityKind: z.string().optional(),
  activityKinds: z.array(z.string()).optional(),
  unit: z.string().optional(),
  target: z.coerce.number().positive().optional(),
  part: z.string().optional(),
  highest: z.literal(true).optional(),
})

/** The condition that an id names; null for what names none. */
export function queryOf(id: string): FigureQuery | null {
  const [kind, from, to, clausePath, itemId, activityKind, kinds, unit, target, ...last] = id
    .split('|')
    .map(one => one.replaceAll('%7C', '|') || undefined)
  const highest = last.at(-1) === 'highest'
  const part = last[0] === 'highest' ? undefined : last[0]
  const named = { kind, from, to, clausePath, itemId, activityKind, activityKinds: kinds?.split('+'), unit, target, part }
  const given = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined))
  const parsed = condition.safeParse(highest ? { ...given, highest } : given)
  return parsed.success && idOf(parsed.data as FigureQuery) === id ? (parsed.data as FigureQuery) : null
}
