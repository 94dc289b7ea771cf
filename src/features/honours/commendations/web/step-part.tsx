import { useState } from 'react'
import { useCommand } from '../../../../ui/client/hooks.ts'
import { tell } from '../../../../ui/client/notice.ts'
import { tellUndo } from '../../../../ui/client/tell-undo.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { Problem } from '../../../../ui/components/places.tsx'
import { t } from '../../../../ui/messages/index.ts'
import type { Step } from '../rules.ts'
import type { NamesById, Shown } from './commendation-page.tsx'
import { StepForm } from './step-form.tsx'

/** The one next step as the main button; stopping and taking back beside it. */
export function StepPart({ shown, names }: { shown: Shown; names: NamesById }) {
  const { commendation: one, next, can, keeper } = shown
  const [open, setOpen] = useState<Exclude<Step, 'stop'> | null>(null)
  const stop = useCommand<object, { version: number }>('honours.stop-commendation')
  const back = useCommand<object>('honours.step-back')
  const at = { commendationId: one.id, version: one.version }
  const stepBack = async () => {
    if (await back.send(at)) tell(t('part.undone'))
  }
  const stopRound = async () => {
    const sent = await stop.send(at)
    if (sent) tellUndo(t('commendations.done-stop'), 'honours.step-back', { ...at, version: sent.answer.version })
  }
  if (!keeper.ours) return null
  if (open) return <StepForm step={open} shown={shown} names={names} close={() => setOpen(null)} />
  const step = next === 'stop' ? null : next
  return (
    <section className="stack no-print">
      <div className="row">
        {step && can.step[step] && (
          <Button look="main" onClick={() => setOpen(step)}>
            {t(`commendations.step-${step}`)}
          </Button>
        )}
        {next === null && <span className="quiet">{t('commendations.ended')}</span>}
        {can.step.back && <Button onClick={() => void stepBack()}>{t('commendations.step-back')}</Button>}
        {can.step.stop && (
          <Button look="plain" onClick={() => void stopRound()}>
            {t('commendations.step-stop')}
          </Button>
        )}
      </div>
      <Problem of={stop} />
      <Problem of={back} />
    </section>
  )
}
