import { useState } from 'react'
import { me } from '../../../ui/client/boot.ts'
import { Go } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { find, t } from '../../../ui/messages/index.ts'
import { BodyDialog } from './body-dialog.tsx'
import { FirstAccountDialog } from './first-account-dialog.tsx'
import type { Bodies } from './organisation.tsx'
import { UnitDialog } from './unit-dialog.tsx'

type Body = Bodies['bodies'][number]
type Open = { what: 'body' } | { what: 'unit'; body: Body } | { what: 'account'; body: { id: string; shortName: string } } | null

const kindWord = (kind: string) => find(`agencies.kind-${kind}`) ?? kind

const mine = (body: Body) => body.id === me().body.id

function columnsFor(mayManage: boolean, open: (what: Open) => void): Column<Body>[] {
  const columns: Column<Body>[] = [
    {
      key: 'name',
      title: t('agencies.body-name'),
      sort: body => body.name,
      cell: body => (
        <>
          <Go to={`/to-chuc/${body.id}`}>{body.name}</Go>
          {mine(body) && <span className="quiet"> ({t('agencies.our-body')})</span>}
        </>
      ),
    },
    { key: 'kind', title: t('agencies.body-kind'), sort: body => kindWord(body.kind), cell: body => kindWord(body.kind) },
    {
      key: 'level',
      title: t('agencies.body-level'),
      sort: body => body.level,
      cell: body => body.level && find(`agencies.level-${body.level}`),
    },
    { key: 'symbol', title: t('agencies.symbol'), sort: body => body.symbol, cell: body => body.symbol },
    { key: 'place', title: t('agencies.place'), sort: body => body.place, cell: body => body.place },
    { key: 'units', title: t('agencies.units'), cell: body => <Units body={body} /> },
  ]
  if (mayManage)
    columns.push({
      key: 'manage',
      title: t('agencies.manage'),
      cell: body => <ManageButton body={body} open={open} />,
    })
  return columns
}

/** Units for the own body; for a body that has nobody yet, its first administrator. */
function ManageButton({ body, open }: { body: Body; open: (what: Open) => void }) {
  if (mine(body)) return <Button onClick={() => open({ what: 'unit', body })}>{t('agencies.add-unit')}</Button>
  if (body.hasAccounts) return null
  return <Button onClick={() => open({ what: 'account', body })}>{t('agencies.first-account')}</Button>
}

/** Every body of the site; an administrator adds bodies, and units of the own one. */
export function BodiesPart({ answer: { bodies, can } }: { answer: Bodies }) {
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  return (
    <>
      {can.createBody && (
        <div className="row no-print">
          <Button look="main" onClick={() => setOpen({ what: 'body' })}>
            {t('agencies.add-body')}
          </Button>
        </div>
      )}
      <Table
        caption={t('agencies.bodies')}
        columns={columnsFor(can.createBody, setOpen)}
        rows={bodies}
        keyOf={body => body.id}
        order={{ key: 'name', down: false }}
      />
      {open?.what === 'body' && <BodyDialog onClose={close} onAdded={body => setOpen({ what: 'account', body })} />}
      {open?.what === 'unit' && <UnitDialog body={open.body} onClose={close} />}
      {open?.what === 'account' && <FirstAccountDialog body={open.body} onClose={close} />}
    </>
  )
}

const Units = ({ body }: { body: Body }) =>
  body.units.length === 0 ? (
    <span className="quiet">{t('agencies.no-units')}</span>
  ) : (
    body.units.filter(unit => !unit.endedOn).map(unit => <div key={unit.id}>{unit.name}</div>)
  )
