import { PrintButton } from '../../../ui/components/print-button.tsx'
import './supervision.css'
import { useState } from 'react'
import { vietnamDate, yearOf } from '../../../kernel/dates.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Go, useAddressWord } from '../../../ui/components/address.tsx'
import { FilterChoice } from '../../../ui/components/filters.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import { AREA_CLASSES, AREA_KEYS, type AreaClass } from '../../agencies/places/contract.ts'
import { PROJECTS_PER_YEAR, WORKS_PER_COMMUNE } from '../contract.ts'
import type { coverage } from '../queries/coverage.ts'

type Shown = AnswerOf<typeof coverage>
type Row = Shown['communes'][number]
const YEARS_BACK = 5

/** Which communes have had works supervised in a year, and which none. */
export default function CoveragePage() {
  const [word, setWord] = useAddressWord('nam')
  const [now] = useState(() => yearOf(vietnamDate(new Date())))
  const year = /^20\d\d$/.test(word) ? Number(word) : now
  const [chosen, setChosen] = useAddressWord('vung')
  const area = AREA_KEYS.find(key => key === chosen)
  const found = useAnswer<Shown>('supervision.coverage', { year, ...(area && { class: area }) }, { keepPrevious: true })
  const years = Array.from({ length: YEARS_BACK }, (_, back) => String(now - 1 - back))
  const bar = [
    { label: t('supervision.title'), to: '/giam-sat' },
    { label: t('supervision.coverage-title'), current: true },
  ]
  return (
    <Page title={t('supervision.coverage-title')} above={<ThreadBar steps={bar} />} actions={<PrintButton />}>
      <div className="row supervision-filters no-print">
        <FilterChoice
          label={t('supervision.year')}
          value={word}
          onChange={setWord}
          any={String(now)}
          choices={years.map(value => ({ value, label: value }))}
        />
        <FilterChoice
          label={t('supervision.area')}
          value={area ?? ''}
          onChange={setChosen}
          any={t('supervision.area-any')}
          choices={AREA_KEYS.map(value => ({ value, label: AREA_CLASSES[value] }))}
        />
      </div>
      <Answered of={found}>{shown => <Content shown={shown} year={year} area={area} />}</Answered>
    </Page>
  )
}

function Content({ shown, year, area }: { shown: Shown; year: number; area: AreaClass | undefined }) {
  const { communes, on } = shown
  if (communes.length === 0)
    return (
      <p className="message">
        {area ? t('supervision.coverage-no-holders', { area: AREA_CLASSES[area], on }) : t('supervision.coverage-none')}
      </p>
    )
  const reached = communes.filter(one => one.reached).length
  return (
    <>
      <p className="message">
        {t('supervision.coverage-said', { year: String(year), reached, all: communes.length, none: communes.length - reached })}
      </p>
      {area && <p className="quiet">{t('supervision.coverage-holders', { area: AREA_CLASSES[area], on })}</p>}
      <Projects shown={shown} year={year} />
      <Table caption={t('supervision.coverage-title')} columns={columnsOf(year)} rows={communes} keyOf={row => row.id} />
      <p className="quiet small">{t('supervision.coverage-help')}</p>
    </>
  )
}

/** How many projects of the catalogue were supervised in the year, and which; each opens its supervisions. */
function Projects({ shown: { projects, others }, year }: { shown: Shown; year: number }) {
  const all = `/giam-sat?du-an=${year}`
  if (projects.length + others.length === 0) return <p className="quiet">{t('supervision.projects-none')}</p>
  return (
    <div className="quiet">
      <p>
        <Go to={all}>{t('supervision.projects-count', { count: projects.length })}</Go>{' '}
        {t('supervision.projects', PROJECTS_PER_YEAR)}
      </p>
      <ul className="supervision-list">
        {projects.map(one => (
          <li key={one.key}>
            <Go to={`${all}&muc=${encodeURIComponent(one.key)}`}>{one.name}</Go>
          </li>
        ))}
        {others.map(name => (
          <li key={name}>
            <Go to={`${all}&tim=${encodeURIComponent(name)}`}>{name}</Go> · {t('supervision.projects-other')}
          </li>
        ))}
      </ul>
    </div>
  )
}

const standing = ({ works, reached }: Row) => {
  if (!reached) return t('supervision.coverage-missing')
  return works > WORKS_PER_COMMUNE.most ? t('supervision.coverage-above') : t('supervision.coverage-reached')
}

const columnsOf = (year: number): readonly Column<Row>[] => [
  { key: 'commune', title: t('supervision.commune'), cell: row => row.name, sort: row => row.name },
  {
    key: 'works',
    title: t('supervision.coverage-works'),
    cell: row => (row.works > 0 ? <Go to={`/giam-sat?xa=${row.id}&da-xem=${year}`}>{row.works}</Go> : row.works),
    sort: row => row.works,
    align: 'right',
    width: '9rem',
  },
  { key: 'standing', title: t('supervision.state'), cell: standing, sort: standing, width: '9rem' },
]
