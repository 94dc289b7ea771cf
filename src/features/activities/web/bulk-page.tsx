import { LocalFile } from '../../../ui/components/local-file.tsx'
import './activities.css'
import { useMemo, useState } from 'react'
import { openXlsx } from '../../../formats/xlsx/read.ts'
import type { RefusalData } from '../../../kernel/refusal.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { useAddressWord } from '../../../ui/components/address.tsx'
import { Button, DownloadLink } from '../../../ui/components/button.tsx'
import { RadioField, SelectField } from '../../../ui/components/fields.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { Progress } from '../../../ui/components/progress.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { find, t } from '../../../ui/messages/index.ts'
import { LOCAL_KINDS } from '../../agencies/places/contract.ts'
import type { places } from '../../agencies/places/queries.ts'
import { placeFinder } from '../bulk/places.ts'
import { type BulkLine, type BulkTable, readBulk } from '../bulk/read.ts'
import { openKinds } from '../kind-book.ts'
import type { Choices } from './item-picker.tsx'
import { type Outcome, useBulkEntry } from './use-bulk-entry.ts'
import { useKinds } from './use-kinds.ts'

type Places = AnswerOf<typeof places>
type Programme = Choices['programmes'][number]
const MOST_SHOWN = 500

/** Many activities of one kind from a table: take the table, fill it in, read it, enter it. */
export default function BulkPage() {
  const choices = useAnswer<Choices>('activities.choices', {})
  const known = useAnswer<Places>('agencies.places', { kinds: LOCAL_KINDS })
  const bar = [
    { label: t('activities.title'), to: '/hoat-dong' },
    { label: t('activities.bulk'), current: true },
  ]
  return (
    <Page title={t('activities.bulk-title')} above={<ThreadBar steps={bar} />}>
      <Answered of={choices}>
        {found => <Answered of={known}>{list => <Entry choices={found} places={list.places} />}</Answered>}
      </Answered>
    </Page>
  )
}

function Entry({ choices, places: list }: { choices: Choices; places: Places['places'] }) {
  const [kindWord, setKind] = useAddressWord('loai')
  const [programmeWord, setProgramme] = useAddressWord('chuong-trinh')
  const programme = choices.programmes.find(one => one.id === programmeWord) ?? choices.programmes[0]
  const open = openKinds(useKinds(), programme?.id)
  const kind = open.find(one => one.key === kindWord) ?? open.find(one => one.key === 'training')!
  if (!programme) return <p className="message">{t('activities.no-items-help')}</p>
  return (
    <>
      <section className="card padded stack">
        <SelectField
          label={t('activities.programme')}
          empty={null}
          value={programme.id}
          onChange={setProgramme}
          choices={choices.programmes.map(one => ({ value: one.id, label: one.number ?? one.title }))}
        />
        <SelectField
          label={t('activities.kind')}
          empty={null}
          value={kind.key}
          onChange={setKind}
          choices={open.map(({ key, name }) => ({ value: key, label: name }))}
        />
        <div className="row">
          <DownloadLink href={`/api/exports/activity-template/${programme.id}_${kind.key}.xlsx`}>
            {t('activities.bulk-template')}
          </DownloadLink>
          <span className="quiet small">{t('activities.bulk-template-help')}</span>
        </div>
      </section>
      <Reader
        key={`${programme.id} ${kind.key} ${kind.version}`}
        kind={kind}
        programme={programme}
        choices={choices}
        places={list}
      />
    </>
  )
}

type ReaderProps = {
  kind: Parameters<typeof readBulk>[1]['kind']
  programme: Programme
  choices: Choices
  places: Places['places']
}

function Reader({ kind, programme, choices, places: list }: ReaderProps) {
  const [table, setTable] = useState<BulkTable | null>(null)
  const ground = useMemo(() => {
    const items = choices.items.filter(item => item.programmeId === programme.id)
    const codes = new Map(items.map(item => [`${item.year}/${item.position}`, item.id]))
    return {
      kind,
      itemId: (code: string) => codes.get(code) ?? null,
      placesOf: placeFinder(list),
      programme: { periodFrom: programme.from, periodTo: programme.to },
      today: choices.today,
    }
  }, [kind, programme, choices, list])
  const read = async (file: File) => {
    try {
      const [sheet] = openXlsx(new Uint8Array(await file.arrayBuffer()))
      setTable(readBulk(sheet?.rows() ?? [], ground))
    } catch {
      setTable({ lines: [], problem: { code: 'activities.bulk-unreadable' } })
    }
  }
  return (
    <section className="card padded stack">
      <LocalFile accept=".xlsx" label={t('activities.bulk-choose')} onFile={file => void read(file)} />
      {table?.problem && (
        <div className="message bad" role="alert">
          {find(`refusal.${table.problem.code}`, table.problem.data)}
        </div>
      )}
      {table && table.lines.length > 0 && <Judged programmeId={programme.id} lines={table.lines} />}
    </section>
  )
}

type Mode = 'whole' | 'rows'

function Judged({ programmeId, lines }: { programmeId: string; lines: BulkLine[] }) {
  const [mode, setMode] = useState<Mode>('whole')
  const entry = useBulkEntry(programmeId)
  const good = lines.flatMap(one => one.row ?? [])
  const bad = lines.filter(one => one.problem)
  const mayEnter = good.length > 0 && (mode === 'rows' || bad.length === 0)
  return (
    <>
      <output>{t('activities.bulk-judged', { good: good.length, bad: bad.length })}</output>
      <RadioField
        label={t('activities.bulk-mode')}
        name="mode"
        value={mode}
        onChange={setMode}
        choices={[
          { value: 'whole', label: t('activities.bulk-whole') },
          { value: 'rows', label: t('activities.bulk-rows') },
        ]}
      />
      {mode === 'whole' && bad.length > 0 && <p className="message">{t('activities.bulk-whole-bad')}</p>}
      <div className="row">
        <Button
          look="main"
          disabled={!mayEnter}
          busy={entry.state === 'sending'}
          onClick={() => void entry.send(good, mode === 'whole')}
        >
          {t('activities.bulk-enter', { count: good.length })}
        </Button>
      </div>
      {entry.state === 'sending' && (
        <Progress label={t('activities.bulk-progress')} done={entry.done} total={good.length} unit={t('activities.bulk-unit')} />
      )}
      {entry.outcome && <Said outcome={entry.outcome} />}
      {bad.length > 0 && (
        <Table
          caption={t('activities.bulk-problems')}
          columns={columnsOf()}
          rows={bad.slice(0, MOST_SHOWN)}
          keyOf={row => String(row.line)}
        />
      )}
    </>
  )
}

const sentence = (code: string, data: RefusalData | undefined): string => find(`refusal.${code}`, data ?? {}) ?? code

function Said({ outcome: { entered, known, problems, refused } }: { outcome: Outcome }) {
  if (refused)
    return (
      <p className="message bad" role="alert">
        {sentence(refused.code, refused.data)} {t('activities.bulk-stopped')}
      </p>
    )
  return (
    <div className={problems.length > 0 ? 'message bad' : 'message'} role="status">
      <p>{t('activities.bulk-done', { entered, known })}</p>
      {problems.slice(0, MOST_SHOWN).map(({ line, code, data }) => (
        <p key={line}>{t('activities.bulk-line', { line, problem: sentence(code, data) })}</p>
      ))}
    </div>
  )
}

const columnsOf = (): readonly Column<BulkLine>[] => [
  { key: 'line', title: t('activities.bulk-row'), align: 'right', width: '5rem', cell: row => row.line, sort: row => row.line },
  { key: 'title', title: t('activities.name'), cell: row => row.title },
  {
    key: 'problem',
    title: t('activities.bulk-problem'),
    cell: row => <span className="problem">{row.problem && sentence(row.problem.code, row.problem.data)}</span>,
  },
]
