import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { useDraft } from '../../../ui/client/use-draft.ts'
import { TextArea } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Block, ReviewAnswer } from './types.ts'

type AskedBlock = Extract<Block, { kind: 'asked' }>
type AskedProps = { block: AskedBlock; answer: ReviewAnswer; writing: boolean }

/** A section that officers write: a text area while it is theirs to write, the text as paragraphs otherwise and on paper. */
export function AskedSection({ block, answer, writing }: AskedProps) {
  return (
    <div id={`phan-${block.section}`} className="asked">
      <div className={writing ? 'print-only' : undefined}>
        <AskedText block={block} frozen={answer.review.state === 'frozen'} />
      </div>
      {writing && <AskedForm key={block.text} block={block} answer={answer} />}
    </div>
  )
}

function AskedText({ block, frozen }: { block: AskedBlock; frozen: boolean }) {
  const lines = block.text.split('\n').filter(line => line.trim() !== '')
  if (lines.length === 0) lines.push(frozen ? t('reviews.nothing') : t('reviews.not-written'))
  return lines.map((line, at) => (
    <p key={`${at} ${line}`} className={block.text === '' ? 'quiet' : undefined}>
      {at === 0 && block.lead && <i>{block.lead}: </i>}
      {line}
    </p>
  ))
}

function AskedForm({ block: { section, text }, answer: { review, missing } }: { block: AskedBlock; answer: ReviewAnswer }) {
  const draft = useDraft(`review.${review.id}.${section}`, { text })
  const saving = useCommand<{ reviewId: string; version: number; section: string; text: string }>('reviews.write-text')
  const name = t(`reviews.section.${section}`)
  const save = async () => {
    const done = await saving.send({ reviewId: review.id, version: review.version, section, text: draft.value.text })
    if (!done) return
    draft.clear()
    tell(t('reviews.saved', { section: name }))
  }
  return (
    <div className="asked-form no-print">
      <Form submit={t('reviews.save')} busy={saving.state === 'sending'} onSubmit={() => void save()}>
        <TextArea
          label={name}
          help={t(`reviews.ask.${section}`)}
          required={missing.includes(section)}
          value={draft.value.text}
          onChange={value => draft.set({ text: value })}
          rows={Math.min(12, Math.max(3, draft.value.text.split('\n').length + 1))}
        />
        <Problem of={saving} />
      </Form>
    </div>
  )
}
