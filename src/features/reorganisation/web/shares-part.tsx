import type { AnswerOf } from '../../../ui/client/types.ts'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { HeldKind } from '../contract.ts'
import type { one } from '../queries/one.ts'

type One = AnswerOf<typeof one>
type Line = { kind: HeldKind; heir: string; going: string }

const columns = (): Column<Line>[] => [
  { key: 'kind', title: t('reorganisation.passes'), cell: row => t(`reorganisation.held-${row.kind}`) },
  { key: 'heir', title: t('reorganisation.heir'), cell: row => row.heir },
  { key: 'going', title: t('reorganisation.count'), cell: row => row.going },
]

/** Where several take over a body: each kind, who takes it, and how many open pieces go to whom. */
export function SharesPart({ event }: { event: One }) {
  return event.endings
    .filter(ending => ending.shares.length > 0)
    .map(ending => {
      const called = new Map(ending.shares.map(share => [share.heirId, share.heir]))
      for (const body of event.concerned) called.set(body.id, body.name)
      const goingOf = (kind: HeldKind) =>
        event.goes
          .filter(line => line.bodyId === ending.bodyId && line.kind === kind)
          .map(({ heirId, count }) => t('reorganisation.going', { count, heir: called.get(heirId) ?? '' }))
          .join('; ')
      return (
        <Table
          key={ending.bodyId}
          caption={t('reorganisation.shares-of', { name: ending.name })}
          columns={columns()}
          rows={ending.shares.map(({ kind, heir }) => ({ kind, heir, going: goingOf(kind) || '0' }))}
          keyOf={row => row.kind}
        />
      )
    })
}
