import { timeIn } from '../../../../kernel/time-text.ts'
import { DateField } from '../../../../ui/components/date-field.tsx'
import { RadioField, TextArea, TextField } from '../../../../ui/components/fields.tsx'
import { t } from '../../../../ui/messages/index.ts'
import { INVITES_AS, type Invitation } from '../contract.ts'
import { chosenOf, entriesOf, type FormProps, sidesOf, useWriting } from './use-writing.ts'
import { WritingForm } from './writing-form.tsx'

/** An invitation to a meeting of the working group or a conference on a report: to what, when, where, whom. */
export function InvitationForm({ ground, paper, old, reviewId }: FormProps<Invitation> & { reviewId: string | null }) {
  const programmeId = ground.programmeId ?? ''
  const writing = useWriting(
    { key: `invitation.${reviewId ?? programmeId}`, paper },
    {
      as: old?.as ?? INVITES_AS[0],
      event: old?.event ?? ground.event,
      on: old?.on ?? (null as string | null),
      at: old?.at ?? '08:00',
      place: old?.place ?? '',
      chair: old?.chair ?? ground.chair,
      agenda: old?.agenda.join('\n') ?? '',
      guests: old?.guests.join('\n') ?? '',
      notes: (old?.notes ?? [t('papers.notes-default')]).join('\n'),
      sides: sidesOf(ground, old),
      signing: old?.sides.map(side => side.bodyId) ?? [ground.own],
    },
  )
  const { draft, problemAt } = writing
  const { value, set } = draft
  const written = (): Invitation => {
    const { sides, signing, agenda, guests, notes, on, at, ...rest } = value
    const lists = { agenda: entriesOf(agenda), guests: entriesOf(guests), notes: entriesOf(notes) }
    return {
      form: 'invitation',
      programmeId,
      reviewId,
      ...rest,
      on: on ?? '',
      at: timeIn(at),
      ...lists,
      sides: chosenOf(signing, sides),
    }
  }
  return (
    <WritingForm
      writing={writing}
      ground={ground}
      paper={paper}
      written={written}
      sides={value.sides}
      signing={value.signing}
      onSides={sides => set({ sides })}
      onSigning={paper ? undefined : signing => set({ signing })}
    >
      {!paper && (
        <RadioField
          name="as"
          label={t('papers.invite-as')}
          value={value.as}
          onChange={as => set({ as })}
          choices={INVITES_AS.map(as => ({ value: as, label: t(`papers.invite-${as}`) }))}
        />
      )}
      <TextArea
        label={t('papers.event')}
        required
        rows={2}
        value={value.event}
        onChange={event => set({ event })}
        problem={problemAt('event')}
      />
      <DateField
        label={t('papers.event-on')}
        required
        value={value.on}
        min={ground.today}
        onChange={on => set({ on })}
        problem={problemAt('on')}
      />
      <TextField
        label={t('papers.event-at')}
        help={t('papers.event-at-help')}
        required
        short
        value={value.at}
        onChange={at => set({ at })}
        problem={problemAt('at')}
      />
      <TextField
        label={t('papers.event-place')}
        required
        value={value.place}
        onChange={place => set({ place })}
        problem={problemAt('place')}
      />
      <TextArea
        label={t('papers.event-chair')}
        required
        rows={2}
        value={value.chair}
        onChange={chair => set({ chair })}
        problem={problemAt('chair')}
      />
      <TextArea
        label={t('papers.event-agenda')}
        help={t('papers.one-a-line')}
        value={value.agenda}
        onChange={agenda => set({ agenda })}
        problem={problemAt('agenda')}
      />
      <TextArea
        label={t('papers.event-guests')}
        help={t('papers.event-guests-help')}
        required
        value={value.guests}
        onChange={guests => set({ guests })}
        problem={problemAt('guests')}
      />
      <TextArea
        label={t('papers.event-notes')}
        help={t('papers.one-a-line')}
        rows={2}
        value={value.notes}
        onChange={notes => set({ notes })}
        problem={problemAt('notes')}
      />
    </WritingForm>
  )
}
