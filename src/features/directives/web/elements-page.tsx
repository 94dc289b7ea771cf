import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Go } from '../../../ui/components/address.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { PrintButton } from '../../../ui/components/print-button.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import { CYCLES, type Cycle, type Element, keyOf, shortCite } from '../../programmes/target-programme/contract.ts'
import type { elements } from '../queries/elements.ts'
import { DirectiveParts } from './directive-parts.tsx'
import { elementAddress } from './element-address.ts'

type Shown = AnswerOf<typeof elements>
type Row = Element & { key: string; items: number; works: number; supervisions: number }

/** The national target programme by cycle, with what of the own programmes serves each element. */
export default function ElementsPage() {
  const found = useAnswer<Shown>('directives.elements', {})
  return (
    <Page
      title={t('directives.elements-title')}
      above={<DirectiveParts open="/van-ban-chi-dao/muc-tieu" />}
      actions={<PrintButton />}
    >
      <Answered of={found}>
        {shown => CYCLES.map(cycle => <CycleTable key={cycle.id} cycle={cycle} counts={shown.counts} />)}
      </Answered>
    </Page>
  )
}

function CycleTable({ cycle, counts }: { cycle: Cycle; counts: Shown['counts'] }) {
  const rows = cycle.elements.map((element): Row => {
    const key = keyOf(cycle, element)
    const { items = 0, works = 0, supervisions = 0 } = counts.find(one => one.key === key) ?? {}
    return { ...element, key, items, works, supervisions }
  })
  return (
    <section className="stack" aria-labelledby={`cycle-${cycle.id}`}>
      <h2 id={`cycle-${cycle.id}`}>{cycle.name}</h2>
      <p className="quiet small">
        {cycle.basis}. {t('directives.cycle-years', { from: cycle.from, to: cycle.to })}
      </p>
      <Table caption={t('directives.cycle', { cycle: cycle.id })} columns={columnsOf()} rows={rows} keyOf={row => row.key} />
    </section>
  )
}

const columnsOf = (): readonly Column<Row>[] => [
  {
    key: 'name',
    title: t('directives.element'),
    cell: row => (
      <span className={row.within ? 'element-part' : undefined}>
        <Go to={elementAddress(row.key)}>
          {shortCite(row)}: {row.name}
        </Go>
      </span>
    ),
  },
  { key: 'items', title: t('directives.items'), cell: row => row.items || '', align: 'right', width: '8rem' },
  { key: 'works', title: t('directives.works'), cell: row => row.works || '', align: 'right', width: '8rem' },
  {
    key: 'supervisions',
    title: t('directives.supervisions'),
    cell: row => row.supervisions || '',
    align: 'right',
    width: '8rem',
  },
]
