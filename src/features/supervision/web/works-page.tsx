import './supervision.css'
import { useState } from 'react'
import { filterId } from '../../../kernel/filter-id.ts'
import { newId } from '../../../kernel/ids.ts'
import { printMoney } from '../../../kernel/numbers.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { useDraft } from '../../../ui/client/use-draft.ts'
import { Go } from '../../../ui/components/address.tsx'
import { Button, DownloadLink } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { NumberField, TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace, Problem } from '../../../ui/components/places.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import { PlaceField } from '../../agencies/web/places-field.tsx'
import type { constructions } from '../queries/constructions.ts'

type Shown = AnswerOf<typeof constructions>
type Row = Shown['constructions'][number]

/** The register of works: entered once, chosen when a supervision is planned. */
export default function WorksPage() {
  const found = useAnswer<Shown>('supervision.constructions', {})
  const [open, setOpen] = useState<Row | 'new' | null>(null)
  const add = found.data?.can.register && open === null && (
    <Button look="main" onClick={() => setOpen('new')}>
      {t('supervision.work-add')}
    </Button>
  )
  const bar = [
    { label: t('supervision.title'), to: '/giam-sat' },
    { label: t('supervision.works-title'), current: true },
  ]
  return (
    <Page title={t('supervision.works-title')} above={<ThreadBar steps={bar} />} actions={add}>
      {open !== null && (
        <section className="card padded stack no-print" aria-labelledby="work-form">
          <h2 id="work-form">{t(open === 'new' ? 'supervision.work-add' : 'supervision.work-change')}</h2>
          <WorkForm key={open === 'new' ? 'new' : open.id} old={open === 'new' ? null : open} close={() => setOpen(null)} />
        </section>
      )}
      <Answered of={found}>
        {({ constructions: rows, can }) =>
          rows.length === 0 ? (
            <EmptyPlace title={t('supervision.works-none-title')} help={t('supervision.works-none-help')} action={add} />
          ) : (
            <>
              <Table
                caption={t('supervision.works-title')}
                columns={columnsOf(can.register ? setOpen : null)}
                rows={rows}
                keyOf={row => row.id}
              />
              <div className="row no-print">
                <DownloadLink look="plain" href={`/api/exports/supervision-works/${filterId({})}.xlsx`}>
                  {t('supervision.works-xlsx')}
                </DownloadLink>
              </div>
            </>
          )
        }
      </Answered>
    </Page>
  )
}

type Written = Omit<Row, 'commune' | 'village' | 'supervised' | 'version' | 'placeId'> & { placeId: string | null }

const EMPTY = { name: '', placeId: null, investor: '', contractor: '', source: '', component: '', nationalCode: '' }
const openingOf = (old: Row | null): Written => {
  if (!old) return { id: newId(), ...EMPTY, amount: null, startsOn: null, endsOn: null }
  const { commune: _commune, village: _village, supervised: _supervised, version: _version, ...fields } = old
  return fields
}

function WorkForm({ old, close }: { old: Row | null; close: () => void }) {
  const draft = useDraft<Written>(old ? `construction.${old.id}.${old.version}` : 'construction.new', openingOf(old))
  const { value, set } = draft
  const register = useCommand<object>('supervision.register-construction')
  const change = useCommand<object>('supervision.change-construction')
  const save = async () => {
    const { id, placeId, ...fields } = value
    const input = { constructionId: id, placeId: placeId ?? '', ...fields }
    const sent = old ? await change.send({ ...input, version: old.version }) : await register.send(input)
    if (!sent) return
    draft.clear()
    tell(t('supervision.work-added', { name: value.name.trim() }))
    close()
  }
  return (
    <Form
      onSubmit={() => void save()}
      submit={t('supervision.save')}
      busy={register.state === 'sending' || change.state === 'sending'}
      others={<Button onClick={close}>{t('supervision.cancel')}</Button>}
    >
      <TextField label={t('supervision.work-name')} required value={value.name} onChange={name => set({ name })} />
      <PlaceField label={t('supervision.place')} required value={value.placeId} onChange={placeId => set({ placeId })} />
      <TextField label={t('supervision.investor')} required value={value.investor} onChange={investor => set({ investor })} />
      <TextField label={t('supervision.contractor')} value={value.contractor} onChange={contractor => set({ contractor })} />
      <TextField label={t('supervision.source')} value={value.source} onChange={source => set({ source })} />
      <TextField label={t('supervision.component')} value={value.component} onChange={component => set({ component })} />
      <NumberField label={t('supervision.amount')} value={value.amount} onChange={amount => set({ amount })} />
      <DateField label={t('supervision.starts')} value={value.startsOn} onChange={startsOn => set({ startsOn })} />
      <DateField label={t('supervision.ends')} value={value.endsOn} onChange={endsOn => set({ endsOn })} />
      <TextField
        label={t('supervision.national-code')}
        short
        value={value.nationalCode}
        onChange={nationalCode => set({ nationalCode })}
        spellCheck={false}
      />
      <Problem of={register} />
      <Problem of={change} />
    </Form>
  )
}

const columnsOf = (edit: ((row: Row) => void) | null): readonly Column<Row>[] => [
  {
    key: 'name',
    title: t('supervision.work-name'),
    cell: row => (
      <>
        {row.name}
        <div className="quiet small">{[row.source, row.component].filter(Boolean).join(' · ')}</div>
      </>
    ),
    sort: row => row.name,
  },
  {
    key: 'place',
    title: t('supervision.place'),
    cell: row => [row.village, row.commune].filter(Boolean).join(', '),
    sort: row => row.commune,
  },
  { key: 'investor', title: t('supervision.investor'), cell: row => row.investor, sort: row => row.investor },
  {
    key: 'amount',
    title: t('supervision.amount'),
    cell: row => (row.amount === null ? '' : printMoney(row.amount)),
    sort: row => row.amount,
    align: 'right',
  },
  {
    key: 'supervised',
    title: t('supervision.supervised'),
    cell: row => (row.supervised > 0 ? <Go to={`/giam-sat?cong-trinh=${row.id}`}>{row.supervised}</Go> : row.supervised),
    sort: row => row.supervised,
    align: 'right',
  },
  {
    key: 'edit',
    title: t('supervision.edit'),
    cell: row =>
      edit && (
        <Button look="plain" aria-label={`${t('supervision.edit')}: ${row.name}`} onClick={() => edit(row)}>
          {t('supervision.edit')}
        </Button>
      ),
  },
]
