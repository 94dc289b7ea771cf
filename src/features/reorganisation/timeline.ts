import type { IsoDate } from '../../kernel/dates.ts'
import type { BodyName } from '../agencies/index.ts'

type Named = { id: string; name: string }
/** An applied event as far as it is told, with the bodies as they were called on its day. */
export type ToldEvent = {
  id: string
  kind: string
  effectiveOn: IsoDate
  decision: { number: string; date: IsoDate; issuer: string }
  endings: readonly { bodyId: string; name: string; heirs: readonly Named[] }[]
  movings: readonly { bodyId: string; parentBody: string | null; parent: string | null; kind: string; level: string | null }[]
}
type Decision = { number: string; date: IsoDate | null; issuer: string | null }

/** Something that happened to a body; `on` is null for what was so from the beginning. */
export type Moment = { on: IsoDate | null; decision: Decision | null; eventId: string | null } & (
  | { what: 'stands' | 'over' }
  | { what: 'name'; name: string; shortName: string; symbol: string; code: string | null; superior: string | null }
  | { what: 'took-over' | 'passed-to'; other: Named }
  | { what: 'moved'; parent: Named | null; kind: string; level: string | null }
)

type Told = {
  body: { id: string; validFrom: IsoDate | null; validTo: IsoDate | null }
  names: readonly BodyName[]
  events: readonly ToldEvent[]
}

/** The life of a body in the order of time: its names with their codes, whom it took over, under whom it came, to whom it passed. */
export function timelineOf({ body, names, events }: Told): Moment[] {
  const { id, validFrom, validTo } = body
  const plain = { decision: null, eventId: null }
  const moments: Moment[] = [
    ...(validFrom ? [{ what: 'stands' as const, on: validFrom, ...plain }] : []),
    ...names.map(one => nameMoment(one, events)),
    ...events.flatMap(event => momentsIn(event, id)),
    ...(validTo ? [{ what: 'over' as const, on: validTo, ...plain }] : []),
  ]
  return moments.toSorted((a, b) => (a.on ?? '').localeCompare(b.on ?? ''))
}

function nameMoment(one: BodyName, events: readonly ToldEvent[]): Moment {
  const { validFrom: on, name, shortName, symbol, code, superior, decision } = one
  const event = events.find(other => other.effectiveOn === on && other.decision.number === decision?.number)
  const said = decision && { ...decision, issuer: event?.decision.issuer ?? null }
  return { what: 'name', on, name, shortName, symbol, code, superior, decision: said, eventId: event?.id ?? null }
}

function momentsIn({ id, effectiveOn: on, decision, endings, movings }: ToldEvent, bodyId: string): Moment[] {
  const by = { on, decision, eventId: id }
  return [
    ...endings.flatMap(({ bodyId: ended, name, heirs }): Moment[] => {
      if (ended === bodyId) return heirs.map(other => ({ ...by, what: 'passed-to', other }))
      return heirs.some(heir => heir.id === bodyId) ? [{ ...by, what: 'took-over', other: { id: ended, name } }] : []
    }),
    ...movings.flatMap(({ bodyId: moved, parentBody, parent, kind, level }): Moment[] =>
      moved === bodyId
        ? [{ ...by, what: 'moved', parent: parentBody && parent ? { id: parentBody, name: parent } : null, kind, level }]
        : [],
    ),
  ]
}
