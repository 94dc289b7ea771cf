import type { WhyNot } from '../../kernel/refusal.ts'
import type { Share } from './content.ts'
import { HELD_KINDS, type HeldKind, hasPieces } from './contract.ts'
import { type Drafted, type Ground, no } from './ground.ts'

/** Where a choice is made there is one: each heir takes something, a kind or a piece. */
export function whyNotHeirs({ content: { endings }, shares }: Drafted, { bodies }: Ground): WhyNot {
  for (const { bodyId, heirId } of endings) {
    const heirs = new Set(shares.filter(share => share.bodyId === bodyId).map(share => share.heirId))
    if (heirs.size === 1 && heirs.has(heirId)) return no('choice-unasked', bodies.get(bodyId))
    if (heirs.size > 0 && !heirs.has(heirId)) return no('takes-nothing', bodies.get(heirId))
  }
  return null
}

/** Where several take over, of each kind is said who takes it, and of a piece once. */
export function whyNotShared({ content: { endings }, shares }: Drafted, { bodies }: Ground): WhyNot {
  const stray = shares.find(share => !endings.some(one => one.bodyId === share.bodyId))
  if (stray) return no('choice-unasked', bodies.get(stray.bodyId))
  for (const { bodyId } of endings) {
    const own = shares.filter(share => share.bodyId === bodyId)
    if (own.length === 0) continue
    const open = HELD_KINDS.filter(kind => !own.some(share => share.kind === kind && share.pieceId === null))
    if (open.length > 0) return no('unchosen', bodies.get(bodyId), { count: open.length })
    const keys = own.map(share => `${share.kind} ${share.pieceId}`)
    if (new Set(keys).size < keys.length) return no('chosen-twice', bodies.get(bodyId))
    if (own.some(share => share.pieceId !== null && !hasPieces(share.kind))) return no('no-piece', bodies.get(bodyId))
  }
  return null
}

/** Single pieces are chosen by the body that holds them, of what it still works on. */
export function whyNotPieces(
  shares: readonly Share[],
  { bodyId, pieces }: { bodyId: string; pieces: readonly { kind: HeldKind; id: string }[] },
): WhyNot {
  const known = new Set(pieces.map(one => `${one.kind} ${one.id}`))
  const single = shares.filter(share => share.pieceId !== null)
  return single.every(share => share.bodyId === bodyId && known.has(`${share.kind} ${share.pieceId}`)) ? null : no('no-piece')
}

/** To whom a piece passes. */
export const takerOf = (shares: readonly Share[], { kind, id }: { kind: HeldKind; id: string }): string | null =>
  (shares.find(one => one.kind === kind && one.pieceId === id) ?? shares.find(one => one.kind === kind && one.pieceId === null))
    ?.heirId ?? null
