import { printDate } from '../../../kernel/dates.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import { Go, useAddressWord } from '../../../ui/components/address.tsx'
import { ButtonLink } from '../../../ui/components/button.tsx'
import { InternalMark } from '../../../ui/components/mark.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace } from '../../../ui/components/places.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { Tabs } from '../../../ui/components/tabs.tsx'
import { t } from '../../../ui/messages/index.ts'
import './dissemination.css'
import type { Line, ListAnswer } from './types.ts'

/** What the own body has its staff read. `?xem=tat-ca` shows all, otherwise what waits for the person. */
export default function DisseminationList() {
  const found = useAnswer<ListAnswer>('dissemination.list', {})
  return (
    <Page
      title={t('dissemination.title')}
      actions={
        found.data?.can.send && (
          <ButtonLink to="/quan-triet/moi" look="main">
            {t('dissemination.new')}
          </ButtonLink>
        )
      }
    >
      <InternalMark />
      <Answered of={found}>{answer => <Lines answer={answer} />}</Answered>
    </Page>
  )
}

function Lines({ answer }: { answer: ListAnswer }) {
  const [view, setView] = useAddressWord('xem')
  const waiting = answer.lines.filter(line => line.mine && !line.readOn)
  const open = view === 'tat-ca' ? 'tat-ca' : 'can-doc'
  const shown = open === 'tat-ca' ? answer.lines : waiting
  if (answer.lines.length === 0) return <EmptyPlace title={t('dissemination.none-title')} help={t('dissemination.none-help')} />
  return (
    <Tabs
      label={t('dissemination.title')}
      tabs={[
        { value: 'can-doc', label: t('dissemination.tab-waiting', { count: waiting.length }) },
        { value: 'tat-ca', label: t('dissemination.tab-all', { count: answer.lines.length }) },
      ]}
      open={open}
      onOpen={setView}
    >
      {shown.length === 0 ? (
        <p className="quiet">{t('dissemination.nothing-waits')}</p>
      ) : (
        <Table caption={t('dissemination.lines')} columns={columnsOf(answer)} rows={shown} keyOf={line => line.id} />
      )}
    </Tabs>
  )
}

function columnsOf({ today, lines }: ListAnswer): Column<Line>[] {
  const columns: Column<Line>[] = [
    { key: 'title', title: t('dissemination.what'), cell: line => <Go to={`/quan-triet/${line.id}`}>{line.title}</Go> },
    {
      key: 'units',
      title: t('dissemination.units'),
      cell: line => (line.units.length > 0 ? line.units.join('; ') : t('dissemination.whole')),
    },
    { key: 'due', title: t('dissemination.due'), cell: line => printDate(line.dueOn), sort: line => line.dueOn, width: '8rem' },
    { key: 'mine', title: t('dissemination.mine'), cell: line => <Mine line={line} today={today} /> },
  ]
  if (!lines.some(line => line.share)) return columns
  const share = (line: Line) => line.share && t('dissemination.share', { read: line.share.read, staff: line.share.staff })
  return [...columns, { key: 'share', title: t('dissemination.confirmed'), cell: share }]
}

function Mine({ line, today }: { line: Line; today: string }) {
  if (line.readOn) return t('dissemination.read-on', { day: line.readOn })
  if (!line.mine) return <span className="quiet">{t('dissemination.not-mine')}</span>
  return <span className={line.dueOn < today ? 'late' : undefined}>{t('dissemination.to-read')}</span>
}
