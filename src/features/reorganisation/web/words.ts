import { printDate } from '../../../kernel/dates.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { find, t } from '../../../ui/messages/index.ts'
import type { list } from '../queries/list.ts'

export type Event = AnswerOf<typeof list>['reorganisations'][number]
type Said = Pick<Event, 'endings' | 'renamings' | 'movings' | 'passings'>

/** What an event does, a line each: "Ban Dân tộc tỉnh A → Sở Dân tộc và Tôn giáo tỉnh B". */
export const linesOf = ({ endings, renamings, movings, passings }: Said): string[] => [
  ...endings.map(endingLine),
  ...renamings.map(({ was, name }) => t('reorganisation.renaming-line', { was, name })),
  ...movings.map(({ name, parent, kind, level }) => {
    const as = [t(`agencies.kind-${kind}`), ...(level ? [t(`agencies.level-${level}`)] : [])].join(', ')
    return parent ? t('reorganisation.moving-line', { name, parent, as }) : t('reorganisation.moving-alone', { name, as })
  }),
  ...passings.map(({ name, heir, programme }) =>
    programme ? t('reorganisation.passing-line', { name, heir, programme }) : t('reorganisation.passing-alone', { name, heir }),
  ),
]

export const decisionText = ({ number, date, issuer }: Event['decision']): string =>
  t('reorganisation.decision-text', { number, day: printDate(date), issuer })

/** "Ban Dân tộc → Sở Dân tộc và Tôn giáo, Sở Nội vụ", as far as the heirs are told. */
export const endingLine = ({ name, heirs }: { name: string; heirs: readonly { name: string }[] }): string =>
  t('reorganisation.ending-line', { name, heir: heirs.map(one => one.name).join(', ') })

export const holdingWord = (kind: string): string => find(`reorganisation.holds-${kind}`) ?? t('reorganisation.holds-other')
