import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { useAddressWord, usePathPart } from '../../../ui/components/address.tsx'
import { ButtonLink, DownloadLink } from '../../../ui/components/button.tsx'
import { SelectField } from '../../../ui/components/fields.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { PrintButton } from '../../../ui/components/print-button.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { ledger } from '../queries/ledger.ts'
import { CELLS, type Cell } from '../sending/contract.ts'
import { Figures } from './figures.tsx'
import { LedgerTable } from './ledger-table.tsx'
import { SendUnits } from './send-units.tsx'
import './cascade.css'

export type LedgerAnswer = AnswerOf<typeof ledger>

/** Clause × commune: how far each is, with dates and documents; and the figures that they have reported. */
export default function LedgerPage() {
  const templateId = usePathPart('templateId')
  const found = useAnswer<LedgerAnswer>('cascade.ledger', { templateId }, { keepPrevious: true })
  const steps = [
    { label: t('cascade.templates'), to: '/cap-xa' },
    { label: t('cascade.ledger'), current: true },
  ]
  const actions = (
    <>
      <ButtonLink look="plain" to={`/cap-xa/${templateId}/qua-ky`}>
        {t('cascade.series')}
      </ButtonLink>
      <DownloadLink href={`/api/exports/cascade-ledger/${templateId}.xlsx`}>{t('cascade.xlsx')}</DownloadLink>
      <PrintButton />
    </>
  )
  return (
    <Page title={found.data?.template.title ?? t('cascade.ledger')} above={<ThreadBar steps={steps} />} actions={actions}>
      <Answered of={found}>{answer => <Board answer={answer} />}</Answered>
    </Page>
  )
}

const isCell = (word: string): word is Cell => CELLS.some(cell => cell === word)

function Board({ answer }: { answer: LedgerAnswer }) {
  const [word, narrow] = useAddressWord('chi')
  const only = isCell(word) ? word : null
  const units = answer.units.filter(unit => !only || unit.cells.includes(only))
  const signed = answer.units.filter(unit => unit.signedOn).length
  const sent = answer.units.filter(unit => unit.sentOn).length
  return (
    <>
      <p>{t('cascade.standing', { sent, signed, count: answer.units.length })}</p>
      {answer.can.write && !answer.template.sentOn && (
        <div className="no-print">
          <ButtonLink to={`/cap-xa/moi?chuong-trinh=${answer.template.programmeId}&mau=${answer.template.id}`}>
            {t('cascade.template-change')}
          </ButtonLink>
        </div>
      )}
      {answer.can.decide && <SendUnits answer={answer} />}
      <div className="row no-print">
        <SelectField
          label={t('cascade.only')}
          empty={t('cascade.all-units')}
          value={only ?? ''}
          onChange={narrow}
          choices={CELLS.map(value => ({ value, label: t(`cascade.cell-${value}`) }))}
        />
      </div>
      <LedgerTable template={answer.template} units={units} only={only} />
      {answer.template.sentOn && <Figures answer={answer} />}
    </>
  )
}
