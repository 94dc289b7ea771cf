import type { HeldKind } from '../../src/features/reorganisation/contract.ts'
import type { Marker } from './world.ts'

/** Tables that need no wall within a seat that several heirs share, and why. */
export const OPEN_IN_SEAT: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'area_class calendar_day body body_name body_succession feast_confirmation petition_clock petition_field petition_route place place_lay',
      'place_succession reorganisation site supervision_check supervision_clock supervision_report_term trusted_issuer unit_succession',
    ]
      .flatMap(names => names.split(' '))
      .map(name => [name, 'known to the site']),
  ),
  ...Object.fromEntries(
    ['calendar_feed', 'command_record', 'reminder_digest', 'reminder_sent', 'reminder_setting', 'session'].map(name => [
      name,
      'of the person alone',
    ]),
  ),
  ...Object.fromEntries(
    [
      'clause_origin figure_dispute programme_continues programme_ending_agreement review_part review_remark review_text',
      'review_version activity_sum counted_change changed_activity destroyed_file dissemination_reading dissemination_sheet item_work scan_page',
    ]
      .flatMap(names => names.split(' '))
      .map(name => [name, 'seen with what it hangs on']),
  ),
  ...Object.fromEntries(
    ['blob', 'sign_in_attempt', 'reorganisation_agreement', 'reorganisation_count', 'body_co_heir', 'holding_passing'].map(
      name => [name, 'of the site itself, or of those concerned by an event'],
    ),
  ),
  account: 'those who ever sat there stand in its logs by name; of the others who sit there now nobody is seen',
  post: 'likewise',
}

type Rule = readonly [RegExp, readonly HeldKind[]]
const READS_PROGRAMME: readonly HeldKind[] = ['programme', 'plan-item', 'duty']
/** By whom of several heirs a marked word may be read: who took one of these kinds. */
const BELONGS: readonly Rule[] = [
  // What is to be read repeats the name of what it is about.
  [/^programme$/, [...READS_PROGRAMME, 'other']],
  [/^(purpose of a reading)/, ['people']],
  [/^(commitment|recipients|clause|draft plan|agreed plan|activity|evidence|shared indicator|shared kind)/, READS_PROGRAMME],
  [
    /^(budget|spending|private plan|own|shared|signed) ?(line|amendment|plan|of|kind|indicator|proposal|title|product)/,
    ['programme'],
  ],
  [
    /^(directive|imported|import|ending|instruction|focal|holder|deputy|office|founding|member|minutes|draft meeting)/,
    ['programme'],
  ],
  [
    /^(draft conclusion|draft agenda|draft minutes|proposed|outcome|renewal|draft review|remark|text version|part asked)/,
    ['programme'],
  ],
  [/^(figure dispute|upper text|paper by post|scan|reason of a paper|contest)/, ['programme']],
  [/^letter/, ['programme', 'request']],
  [/^(supervision (own|shared) (work|investor)|work of an element)/, ['construction', 'supervision']],
  [/^supervision/, ['supervision']],
  [/^(commendation|nomination|nominee|recognition)/, ['honours']],
  [/^(paper to read|what to read)/, ['other']],
  [/^movement/, ['movement']],
  [/^(file of a|draft package|sent package)/, ['duty']],
  [/^personal file/, ['plan-item']],
  [/^petition/, ['petition']],
  [/^(draft|sent) (addressee|request|number|answer)/, ['request']],
  [/^(paper draft|paper frozen)/, ['papers', 'programme']],
  [/^(kept number|incoming|came in)/, ['papers']],
  [/^template/, ['cascade']],
]

/** Who of the heirs may read a word of the body that was split; what every party reads, the one that goes on as the party reads too. */
export function takersOf(marker: Marker, partner: string): readonly HeldKind[] | 'all' {
  if (/^(account|post)$/.test(marker.kind)) return 'all'
  const kinds = BELONGS.find(([words]) => words.test(marker.kind))?.[1] ?? []
  return marker.readers.has(partner) ? [...kinds, 'programme'] : kinds
}

/** What nobody of the heirs finds: an upload that hung on nothing, sessions, and what is the recording unit's alone. */
export const stays = ({ kind }: Marker): boolean => /^(upload|session|personal file|post$)/.test(kind)
