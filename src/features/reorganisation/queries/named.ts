import { addDays } from '../../../kernel/dates.ts'
import type { Acting } from '../../../kernel/permissions.ts'
import { type BodyName, nameOn } from '../../agencies/index.ts'
import { concernedBy, heirsIn } from '../content.ts'
import { HELD_KINDS } from '../contract.ts'
import type { Reorganisation } from '../store.ts'

type Names = ReadonlyMap<string, readonly BodyName[]>

/** An event as others are told of it: without those whom only a duty of a programme concerns, which would name its parties. */
export const asSeenBy = (acting: Acting, event: Reorganisation): Reorganisation =>
  typeof acting === 'string' || event.concerned.includes(acting.bodyId)
    ? event
    : { ...event, concerned: concernedBy(event.content, [], new Map()) }

/** An event with its bodies as they were called on the day before and on its day. */
export function withNames(
  { content, passings, shares, concerned, draftedBy: _by, appliedAt: _at, ...event }: Reorganisation,
  names: Names,
  titles: ReadonlyMap<string, string>,
) {
  const called = (id: string, day: string) => nameOn(names.get(id) ?? [], day)?.name ?? ''
  const before = addDays(event.effectiveOn, -1)
  return {
    ...event,
    endings: content.endings.map(one => ({
      bodyId: one.bodyId,
      name: called(one.bodyId, before),
      /** As far as who asks knows them, the one first that everybody is told. */
      heirs: heirsIn(one, shares).map(id => ({ id, name: called(id, event.effectiveOn) })),
      shares: shares
        .filter(share => share.bodyId === one.bodyId && share.pieceId === null)
        .map(share => ({ kind: share.kind, heirId: share.heirId, heir: called(share.heirId, event.effectiveOn) }))
        .toSorted((a, b) => HELD_KINDS.indexOf(a.kind) - HELD_KINDS.indexOf(b.kind)),
    })),
    renamings: content.renamings.map(one => ({ bodyId: one.bodyId, was: called(one.bodyId, before), name: one.name })),
    movings: content.movings.map(one => ({
      bodyId: one.bodyId,
      name: called(one.bodyId, event.effectiveOn),
      parentBody: one.parentBody,
      parent: one.parentBody && called(one.parentBody, event.effectiveOn),
      kind: one.kind,
      level: one.level,
    })),
    passings: passings.map(one => ({
      name: one.name,
      heir: one.heirId === null ? one.heirWords : called(one.heirId, event.effectiveOn),
      programmeId: one.programmeId,
      /** Null for an heir, who does not read the programme of others. */
      programme: titles.get(one.programmeId) ?? null,
    })),
    concerned: concerned.map(id => ({ id, name: called(id, event.effectiveOn) })),
  }
}
