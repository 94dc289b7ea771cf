import { printMoney } from '../../../../kernel/numbers.ts'
import { useCommand } from '../../../../ui/client/hooks.ts'
import { tell } from '../../../../ui/client/notice.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { Problem } from '../../../../ui/components/places.tsx'
import { type Column, Table } from '../../../../ui/components/table.tsx'
import { t } from '../../../../ui/messages/index.ts'
import type { NamesById, Shown } from './commendation-page.tsx'

export type ShownLine = Shown['lines'][number]

/** Who stands in a line: the collective, the name where it was asked for, else the place in the list. */
export const whoOf = (line: ShownLine, names: NamesById): string =>
  line.collective ?? names[line.id] ?? t('commendations.individual-at', { place: line.place })

/** Those put forward, with the votes and what came of it. */
export function LinesPart({ shown, names }: { shown: Shown; names: NamesById }) {
  const withdraw = useCommand<object>('honours.withdraw-nomination')
  const take = async (lineId: string) => {
    if (await withdraw.send({ lineId })) tell(t('commendations.withdrawn'))
  }
  if (shown.lines.length === 0) return <p className="message">{t('commendations.lines-none')}</p>
  return (
    <>
      {!shown.keeper.ours && <p className="quiet">{t('commendations.lines-theirs')}</p>}
      <Table
        caption={t('commendations.lines')}
        columns={columnsOf(shown, names, lineId => void take(lineId))}
        rows={shown.lines}
        keyOf={line => line.id}
      />
      <Problem of={withdraw} />
    </>
  )
}

function outcomeOf(line: ShownLine, decided: boolean): string {
  if (decided) return line.chosen ? t('commendations.outcome-commended') : t('commendations.outcome-not')
  if (line.reached === null) return ''
  return line.reached ? t('commendations.outcome-reached') : t('commendations.outcome-missed')
}

const columnsOf = (
  { commendation: { members, decisionDate }, lines }: Shown,
  names: NamesById,
  take: (lineId: string) => void,
): readonly Column<ShownLine>[] => [
  { key: 'who', title: t('commendations.who'), cell: line => whoOf(line, names), sort: line => whoOf(line, names) },
  { key: 'workplace', title: t('commendations.workplace'), cell: line => line.workplace, sort: line => line.workplace },
  { key: 'side', title: t('commendations.side'), cell: line => line.side, sort: line => line.side },
  ...(members === null
    ? []
    : [
        {
          key: 'votes',
          title: t('commendations.votes'),
          cell: (line: ShownLine) => line.votes !== null && t('commendations.votes-said', { votes: line.votes, members }),
          align: 'right' as const,
        },
      ]),
  ...(members === null && decisionDate === null
    ? []
    : [
        {
          key: 'outcome',
          title: t('commendations.outcome'),
          cell: (line: ShownLine) => outcomeOf(line, decisionDate !== null),
        },
      ]),
  ...(decisionDate === null
    ? []
    : [
        {
          key: 'amount',
          title: t('commendations.amount'),
          cell: (line: ShownLine) => line.amount !== null && printMoney(line.amount),
          align: 'right' as const,
        },
        { key: 'certificate', title: t('commendations.certificate'), cell: (line: ShownLine) => line.certificate },
      ]),
  ...(lines.some(line => line.canWithdraw)
    ? [
        {
          key: 'withdraw',
          title: t('commendations.withdraw'),
          cell: (line: ShownLine) =>
            line.canWithdraw && (
              <Button
                look="plain"
                aria-label={`${t('commendations.withdraw')}: ${whoOf(line, names)}`}
                onClick={() => take(line.id)}
              >
                {t('commendations.withdraw')}
              </Button>
            ),
        },
      ]
    : []),
]
