import type { ReactNode } from 'react'
import { Form, RestoredNote } from '../../../../ui/components/form.tsx'
import { Problem } from '../../../../ui/components/places.tsx'
import { t } from '../../../../ui/messages/index.ts'
import type { Ground, Shown } from '../../web/types.ts'
import type { Written, WrittenSide } from '../contract.ts'
import { SidesFields } from './sides-fields.tsx'
import type { Writing } from './use-writing.ts'

type Props = {
  writing: Writing
  ground: Ground
  paper: Shown['paper'] | null
  /** What is typed, as it is sent. */
  written: () => Written
  sides: WrittenSide[]
  signing: readonly string[]
  onSides: (sides: WrittenSide[]) => void
  onSigning?: ((signing: string[]) => void) | undefined
  /** What the paper is about, above what is asked. */
  above?: ReactNode
  children: ReactNode
}

/** The frame of every form of a paper: what was typed before, what is asked, who issues and signs it, and the way to its draft. */
export function WritingForm({ writing, ground, paper, written, sides, signing, onSides, onSigning, above, children }: Props) {
  const { draft, command, save, problemAt } = writing
  const issuers = { ground, sides, signing, onSides, problemAt, ...(onSigning ? { onSigning } : {}) }
  return (
    <>
      <RestoredNote restored={draft.restored} clear={draft.clear} />
      {above}
      <Form
        submit={t(paper ? 'papers.save' : 'papers.make-draft')}
        busy={command.state === 'sending'}
        onSubmit={() => void save(written())}
      >
        {children}
        <SidesFields {...issuers} />
        <Problem of={command} />
      </Form>
    </>
  )
}
