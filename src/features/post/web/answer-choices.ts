import { shortDigest } from '../../../kernel/short-digest.ts'
import { t } from '../../../ui/messages/index.ts'
import type { AskedLine, PostalParty, Subject } from './types.ts'

export type What = 'agree' | 'counter' | 'answer' | 'return' | 'receive'
export type AnswerChoice = { value: What; label: string; digest: string }

/** What a paper can say of what was sent: each choice with the digest of the content that it answers. */
export function choicesFor({ kind }: Subject, { steps }: PostalParty, lines: readonly AskedLine[]): AnswerChoice[] {
  const sent = (name: 'whole' | 'lines') => steps.find(step => step.step === name && step.letter !== null)?.digest
  const [whole, asked] = [sent('whole'), sent('lines')]
  const content = whole ?? asked
  if (!content) return []
  const back: AnswerChoice = { value: 'return', label: t('post.what-return'), digest: content }
  if (kind === 'package') return [{ value: 'receive', label: t('post.what-receive'), digest: content }, back]
  const code = { code: shortDigest(content) }
  if (kind !== 'plan') {
    const label = t(kind === 'review' ? 'post.what-agree-review' : 'post.what-agree-plan', code)
    return [{ value: 'agree', label, digest: content }, back]
  }
  return [
    ...(asked && lines.length > 0 ? [{ value: 'answer' as const, label: t('post.what-answer'), digest: asked }] : []),
    ...(whole
      ? [{ value: 'agree' as const, label: t('post.what-agree-plan', { code: shortDigest(whole) }), digest: whole }]
      : []),
    { value: 'counter', label: t('post.what-counter'), digest: content },
    back,
  ]
}
