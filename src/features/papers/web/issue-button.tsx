import { newId } from '../../../kernel/ids.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { useGo } from '../../../ui/components/address.tsx'
import { Button, ButtonLink, type ButtonLook } from '../../../ui/components/button.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { AskedSource } from '../contract.ts'
import type { OfSource } from './types.ts'

type Props = { source: AskedSource; label?: string; look?: ButtonLook }

/** "Ban hành" on a record that is ready to leave: makes it a paper, or opens the one that it has become. */
export function IssueButton({ source, label = t('papers.issue'), look = 'main' }: Props) {
  const go = useGo()
  const found = useAnswer<OfSource>('papers.of-source', source).data
  const prepare = useCommand<object>('papers.prepare-paper')
  if (!found) return null
  const make = async () => {
    const paperId = newId()
    if (!(await prepare.send({ paperId, ...source }))) return
    tell(t('papers.prepared'))
    go(`/van-ban/${paperId}`)
  }
  return (
    <>
      {found.papers.map(one => (
        <ButtonLink key={one.id} to={`/van-ban/${one.id}`}>
          {one.cited ?? t('papers.issue-open')}
        </ButtonLink>
      ))}
      {found.can.prepare && (
        <Button look={look} busy={prepare.state === 'sending'} onClick={() => void make()}>
          {label}
        </Button>
      )}
      <Problem of={prepare} />
    </>
  )
}
