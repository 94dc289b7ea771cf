import './activities.css'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { ButtonLink } from '../../../ui/components/button.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { PrintButton } from '../../../ui/components/print-button.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import { type ListedKind, READY } from '../kind-book.ts'
import type { ownKinds } from '../queries/own-kinds.ts'
import { KindCard } from './kind-card.tsx'
import { WorkParts } from './work-parts.tsx'

export type OwnKinds = AnswerOf<typeof ownKinds>
type Programme = OwnKinds['programmes'][number]

/** The published list of kinds of work: those of each programme's own, then the ready ones. */
export default function KindsPage() {
  const found = useAnswer<OwnKinds>('activities.own-kinds', {})
  return (
    <Page title={t('kinds.title')} above={<WorkParts open="/hoat-dong/loai-viec" />} actions={<PrintButton />}>
      <p className="quiet">{t('kinds.intro')}</p>
      <Answered of={found}>
        {({ programmes }) => programmes.map(programme => <OfProgramme key={programme.id} programme={programme} />)}
      </Answered>
      <h2>{t('kinds.ready')}</h2>
      <p className="quiet">{t('kinds.ready-sums')}</p>
      <Table caption={t('kinds.ready')} columns={columnsOf()} rows={READY} keyOf={row => row.key} />
    </Page>
  )
}

function OfProgramme({ programme }: { programme: Programme }) {
  return (
    <section className="card padded stack" aria-labelledby={`kinds-${programme.id}`}>
      <h2 id={`kinds-${programme.id}`}>{t('kinds.own', { programme: programme.number ?? programme.title })}</h2>
      {programme.kinds.length === 0 && <p className="quiet">{t('kinds.own-none')}</p>}
      {programme.kinds.map(kind => (
        <KindCard key={kind.key} kind={kind} programme={programme} />
      ))}
      {programme.can.propose && (
        <div className="row no-print">
          <ButtonLink to={`/hoat-dong/loai-viec/moi?chuong-trinh=${programme.id}`}>{t('kinds.propose')}</ButtonLink>
        </div>
      )}
    </section>
  )
}

const askedOf = ({ count, reach, fields }: ListedKind): string[] => [
  ...[count, reach].filter(unit => unit !== null),
  ...fields.map(field => field.label),
]

const columnsOf = (): readonly Column<ListedKind>[] => [
  { key: 'name', title: t('kinds.name'), cell: row => row.name, sort: row => row.name, width: '18rem' },
  { key: 'asked', title: t('kinds.asked'), cell: row => askedOf(row).join(' · ') },
]
