import { newId } from '../../../../kernel/ids.ts'
import { useCommand } from '../../../../ui/client/hooks.ts'
import { tell } from '../../../../ui/client/notice.ts'
import { useDraft } from '../../../../ui/client/use-draft.ts'
import { useGo } from '../../../../ui/components/address.tsx'
import { t } from '../../../../ui/messages/index.ts'
import type { Ground, Shown } from '../../web/types.ts'
import type { Written, WrittenSide } from '../contract.ts'

/** What every form is given: what is known of its matter, and the paper where it is written on. */
export type FormProps<One extends Written> = { ground: Ground; paper: Shown['paper'] | null; old: One | null }
type At = { key: string; paper: Shown['paper'] | null }

/** What is typed into a form, kept in the browser, and its way to the paper that is made of it or written on. */
export function useWriting<Typed extends object>({ key, paper }: At, initial: Typed) {
  const go = useGo()
  const draft = useDraft<Typed>(paper ? `paper.rewrite.${paper.id}.${paper.version}` : `paper.write.${key}`, initial)
  const write = useCommand<object>('papers.write-paper')
  const rewrite = useCommand<object>('papers.rewrite-paper')
  const command = paper ? rewrite : write
  const save = async (written: Written) => {
    const paperId = paper?.id ?? newId()
    const sent = await command.send({ paperId, ...(paper ? { version: paper.version } : {}), written })
    if (!sent) return
    draft.clear()
    tell(t(paper ? 'papers.saved' : 'papers.prepared'))
    go(`/van-ban/${paperId}`)
  }
  return { draft, command, save, problemAt: (field: string) => command.problemAt(`written.${field}`) }
}
/** What the frame of every form needs of it. */
export type Writing = Pick<ReturnType<typeof useWriting<object>>, 'command' | 'save' | 'problemAt'> & {
  draft: { restored: boolean; clear: () => void }
}

/** An entry a line. */
export const entriesOf = (text: string): string[] => text.split('\n').filter(line => line.trim() !== '')

/** Every side that may issue the paper, with who signed last where nobody else was named. */
export const sidesOf = (ground: Ground, old: Written | null): WrittenSide[] =>
  ground.sides.map(
    ({ bodyId, signer }) =>
      old?.sides.find(side => side.bodyId === bodyId) ?? { bodyId, name: signer?.name ?? '', post: signer?.post ?? '' },
  )

/** Those that issue it, in their order. */
export const chosenOf = (signing: readonly string[], sides: readonly WrittenSide[]): WrittenSide[] =>
  signing.flatMap(id => sides.find(side => side.bodyId === id) ?? [])
