import { useState } from 'react'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Button } from '../../../ui/components/button.tsx'
import { TextArea } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Shown } from './types.ts'

type Props = { paper: Shown['paper']; wording: NonNullable<Shown['wording']>; close: () => void }

/** The words of a letter, a line a paragraph; facts stand in them by name, and the default comes back by one button. */
export function WordingForm({ paper, wording, close }: Props) {
  const [text, setText] = useState(wording.words.join('\n'))
  const word = useCommand<object>('papers.word-paper')
  const at = { paperId: paper.id, version: paper.version }
  const send = async (words: string[] | null, said: string) => {
    if (!(await word.send({ ...at, words }))) return
    tell(said)
    close()
  }
  const lines = text.split('\n').filter(line => line.trim() !== '')
  return (
    <Form
      submit={t('papers.save')}
      busy={word.state === 'sending'}
      onSubmit={() => void send(lines, t('papers.worded'))}
      others={
        <>
          {wording.changed && (
            <Button onClick={() => void send(null, t('papers.words-restored'))}>{t('papers.words-default')}</Button>
          )}
          <Button onClick={close}>{t('papers.cancel')}</Button>
        </>
      }
    >
      <TextArea
        label={t('papers.words-of-letter')}
        help={t('papers.words-of-letter-help')}
        required
        rows={Math.min(16, lines.length * 3 + 2)}
        value={text}
        onChange={setText}
        problem={word.problemAt('words')}
      />
      <Facts facts={wording.facts} onInsert={name => setText(before => `${before.trimEnd()} {${name}}`)} />
      <Problem of={word} />
    </Form>
  )
}

type FactsProps = { facts: Props['wording']['facts']; onInsert: (name: string) => void }

/** What each name in braces stands for today. */
const Facts = ({ facts, onInsert }: FactsProps) => (
  <fieldset className="field">
    <legend className="field-label">{t('papers.facts')}</legend>
    <ul className="plain-list">
      {facts.map(({ name, text, kept }) => (
        <li key={name} className="row">
          <Button look="plain" aria-label={t('papers.insert-fact', { name })} onClick={() => onInsert(name)}>
            {`{${name}}`}
          </Button>
          <span className="quiet">
            {text.length > 140 ? `${text.slice(0, 140)}…` : text}
            {kept && ` · ${t('papers.fact-kept')}`}
          </span>
        </li>
      ))}
    </ul>
  </fieldset>
)
