import { RadioField, TextArea, TextField } from '../../../../ui/components/fields.tsx'
import { t } from '../../../../ui/messages/index.ts'
import { PAPER_KINDS } from '../../kinds.ts'
import { AGREES_AS, type Agreement } from '../contract.ts'
import { chosenOf, entriesOf, type FormProps, sidesOf, useWriting } from './use-writing.ts'
import { WritingForm } from './writing-form.tsx'

const endingOf = (as: Agreement['as']): string => t('papers.ending-default', { kind: PAPER_KINDS[as] })

/** A note of what the sides of a programme agree on, point by point, signed by all of them. */
export function AgreementForm({ ground, paper, old }: FormProps<Agreement>) {
  const programmeId = ground.programmeId ?? ''
  const writing = useWriting(
    { key: `agreement.${programmeId}`, paper },
    {
      as: old?.as ?? AGREES_AS[0],
      title: old?.title ?? '',
      points: old?.points.join('\n') ?? '',
      ending: old?.ending.join('\n') ?? endingOf(AGREES_AS[0]),
      sides: sidesOf(ground, old),
      signing: old?.sides.map(side => side.bodyId) ?? ground.sides.map(side => side.bodyId),
    },
  )
  const { draft, problemAt } = writing
  const { value, set } = draft
  const written = (): Agreement => {
    const { sides, signing, points, ending, ...rest } = value
    return {
      form: 'agreement',
      programmeId,
      ...rest,
      points: entriesOf(points),
      ending: entriesOf(ending),
      sides: chosenOf(signing, sides),
    }
  }
  const turn = (as: Agreement['as']) => set({ as, ...(value.ending === endingOf(value.as) ? { ending: endingOf(as) } : {}) })
  return (
    <WritingForm
      writing={writing}
      ground={ground}
      paper={paper}
      written={written}
      sides={value.sides}
      signing={value.signing}
      onSides={sides => set({ sides })}
      onSigning={paper || ground.sides.length < 3 ? undefined : signing => set({ signing })}
    >
      {!paper && (
        <RadioField
          name="as"
          label={t('papers.kind')}
          value={value.as}
          onChange={turn}
          choices={AGREES_AS.map(as => ({ value: as, label: PAPER_KINDS[as] }))}
        />
      )}
      <TextField
        label={t('papers.subject')}
        help={t('papers.agreed-title-help')}
        required
        value={value.title}
        onChange={title => set({ title })}
        problem={problemAt('title')}
      />
      <TextArea
        label={t('papers.points')}
        help={t('papers.points-help')}
        required
        rows={8}
        value={value.points}
        onChange={points => set({ points })}
        problem={problemAt('points')}
      />
      <TextArea
        label={t('papers.ending')}
        rows={2}
        value={value.ending}
        onChange={ending => set({ ending })}
        problem={problemAt('ending')}
      />
    </WritingForm>
  )
}
