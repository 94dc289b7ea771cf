import './programmes.css'
import { useRouter } from '@tanstack/react-router'
import { useCallback, useEffect } from 'react'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { useAddressWord, useAnchor, usePathPart, useScrollToAnchor } from '../../../ui/components/address.tsx'
import { ButtonLink, DownloadLink } from '../../../ui/components/button.tsx'
import { SelectField } from '../../../ui/components/fields.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { ThreadBar, type ThreadStep } from '../../../ui/components/thread-bar.tsx'
import type { YearTick } from '../../../ui/components/tick.tsx'
import { t } from '../../../ui/messages/index.ts'
import { WaysPart } from '../../post/web/ways-part.tsx'
import type { showProgramme } from '../queries/page.ts'
import { activitiesAddress, planAddress } from './addresses.ts'
import { ClausePane } from './clause-pane.tsx'
import { PaperView } from './paper-view.tsx'
import { askedDay, TextChoice, TextNote } from './text-choice.tsx'

export type Programme = AnswerOf<typeof showProgramme>
/** What `plans.clause-ticks` tells; a screen cannot know the features above its own. */
export type ClauseTicks = {
  path: string
  ticks: YearTick[]
  items: { id: string; title: string; state: string; progressText: string }[]
  activities: number
  silent: boolean
}

const asYear = (word: string): { year: number } | Record<string, never> => (/^\d{4}$/.test(word) ? { year: Number(word) } : {})

/** The document itself, alive: each clause in its place, in the margin what has become of it, at the right what hangs on it. */
export default function ProgrammePage() {
  const programmeId = usePathPart('id')
  const [word, setYear] = useAddressWord('nam')
  const [day] = useAddressWord('ngay')
  const asked = { programmeId, ...asYear(word), ...askedDay(day) }
  const found = useAnswer<Programme>('programmes.page', asked, { keepPrevious: true })
  return <Answered of={found}>{programme => <Document key={programme.id} programme={programme} onYear={setYear} />}</Answered>
}

function Document({ programme, onYear }: { programme: Programme; onYear: (year: string) => void }) {
  const { id, year, period } = programme
  const found = useAnswer<{ clauses: ClauseTicks[] }>('plans.clause-ticks', { programmeId: id, year }, { keepPrevious: true })
  const ticks = new Map((found.data?.clauses ?? []).map(clause => [clause.path, clause]))
  const [selected, select] = useSelectedClause()
  useScrollToAnchor(true)
  useKeepAbovePane(selected)
  const clause = programme.clauses.find(one => one.path === selected)
  const years = Array.from({ length: period.to - period.from + 1 }, (_, at) => String(period.from + at))
  const silent = [...ticks.values()].filter(one => one.silent).length
  useEffect(() => {
    document.title = t('shell.page-title', { page: programme.number ?? programme.title })
  }, [programme])
  return (
    <>
      <ThreadBar steps={stepsOf(programme, selected, selected ? ticks.get(selected) : undefined)} />
      <div className="row page-tools no-print">
        <SelectField
          label={t('programmes.page-year')}
          empty={null}
          value={String(year)}
          onChange={onYear}
          choices={years.map(value => ({ value, label: value }))}
        />
        {silent > 0 && <span className="quiet">{t('programmes.page-silent-total', { count: silent, year })}</span>}
        <ButtonLink to={`/chuong-trinh/${id}/dau-moi`}>{t('groups.open')}</ButtonLink>
        <TextChoice programme={programme} />
        <DownloadLink href={`/api/files/${programme.sourceFile}`}>{t('programmes.page-original')}</DownloadLink>
        <DownloadLink href={`/api/exports/paper-dossier/${programme.id}.zip`}>{t('programmes.page-dossier')}</DownloadLink>
      </div>
      <TextNote programme={programme} />
      <WaysPart programmeId={id} />
      <p className="paper-legend no-print">{t('programmes.page-legend')}</p>
      <div className="document">
        <PaperView programme={programme} ticks={ticks} selected={selected} onSelect={select} />
        <aside className={clause ? 'clause-pane open' : 'clause-pane'} aria-live="polite">
          {clause ? (
            <ClausePane
              key={clause.path}
              programme={programme}
              clause={clause}
              ticks={ticks.get(clause.path)}
              onClose={() => select('')}
            />
          ) : (
            <p className="card padded quiet">{t('programmes.page-select')}</p>
          )}
        </aside>
      </div>
    </>
  )
}

/** The clause that the address names; choosing one writes it there without moving the page. */
function useSelectedClause(): [string, (path: string) => void] {
  const anchor = useAnchor()
  const router = useRouter()
  const select = useCallback(
    (path: string) => {
      const { pathname, search } = router.history.location
      const hash = path ? `#${encodeURIComponent(path)}` : ''
      router.history.replace(pathname + search + hash, { __hashScrollIntoViewOptions: false })
    },
    [router],
  )
  return [anchor, select]
}

/** On a phone the pane covers the lower half: what was chosen stays in sight above it. */
function useKeepAbovePane(selected: string): void {
  useEffect(() => {
    if (selected && matchMedia('(max-width: 760px)').matches) document.getElementById(selected)?.scrollIntoView()
  }, [selected])
}

/** From the programme over the clause to plan, activities and report. */
function stepsOf(programme: Programme, selected: string, ticks: ClauseTicks | undefined): ThreadStep[] {
  const { id, year } = programme
  const name = t('programmes.page-thread-programme', { name: programme.number ?? '' }).trim()
  const clause = programme.clauses.find(one => one.path === selected)
  if (!clause)
    return [
      { label: t('programmes.title'), to: '/chuong-trinh' },
      { label: name, current: true },
    ]
  return [
    { label: name, to: `/chuong-trinh/${id}` },
    { label: citeClause(clause.path), current: true },
    ...(clause.commitments.length > 0
      ? [{ label: t('programmes.page-thread-duties', { count: clause.commitments.length }) }]
      : []),
    ...(ticks && ticks.items.length > 0
      ? [{ label: t('programmes.page-thread-plan', { year }), to: planAddress(id, year) }]
      : []),
    ...(ticks && ticks.activities > 0
      ? [{ label: t('programmes.page-thread-activities', { count: ticks.activities }), to: activitiesAddress(id, clause.path) }]
      : []),
  ]
}
