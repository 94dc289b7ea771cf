import { newId } from '../../../kernel/ids.ts'
import { lowered } from '../../../kernel/vietnamese.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { ResultOf } from '../../../ui/client/types.ts'
import { useGo } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { assemblePackage } from '../commands/assemble-package.ts'
import { PaperPackage } from './paper-package.tsx'
import type { MatrixAnswer } from './types.ts'

type Input = { packageId: string; programmeId: string; dutyKey: string; year: number; note: string }

type CardProps = { answer: MatrixAnswer; dutyKey: string; onClose: () => void }

/** What is owed for one period, with the one step that is open: ours is prepared, a partner's by post is written down from its paper. */
export function DutyCard({ answer, dutyKey, onClose }: CardProps) {
  const row = answer.rows.find(one => Object.values(one.cells).some(cell => cell.dutyKey === dutyKey))
  const [periodKey, cell] = Object.entries(row?.cells ?? {}).find(([, one]) => one.dutyKey === dutyKey) ?? []
  const period = answer.columns.find(column => column.key === periodKey)
  if (!row || !cell || !period) return null
  const label = lowered(period.label)
  const nameOf = (bodyId: string) => answer.parties.find(party => party.bodyId === bodyId)?.shortName ?? ''
  const about = { answer, dutyKey, label, onClose }
  if (cell.mayRecord) return <PaperPackage {...about} name={nameOf(row.from)} />
  return cell.mayAssemble && !cell.packageId ? <Prepare {...about} name={nameOf(row.to)} dueOn={cell.dueOn} /> : null
}

type PrepareProps = CardProps & { label: string; name: string; dueOn: string }

function Prepare({ answer, dutyKey, onClose, label, name, dueOn }: PrepareProps) {
  const go = useGo()
  const making = useCommand<Input, ResultOf<typeof assemblePackage>>('exchange.assemble-package')
  const assemble = async () => {
    const input = { packageId: newId(), programmeId: answer.programme.id, dutyKey, year: answer.year, note: '' }
    const done = await making.send(input)
    if (!done) return
    tell(t('exchange.assembled', { label }))
    go(`/trao-doi/${done.answer.packageId}`)
  }
  return (
    <section className="card padded stack no-print" aria-labelledby="duty-to-prepare">
      <h2 id="duty-to-prepare">{t('exchange.duty-title', { name, label })}</h2>
      <p className="quiet">
        {t('exchange.assemble-help')} {t('exchange.assemble-due', { day: dueOn })}
      </p>
      <Problem of={making} />
      <div className="row">
        <Button look="main" busy={making.state === 'sending'} onClick={() => void assemble()}>
          {t('exchange.assemble')}
        </Button>
        <Button onClick={onClose}>{t('exchange.close')}</Button>
      </div>
    </section>
  )
}
