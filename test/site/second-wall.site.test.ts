import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { ids, others, owned, type WallRow } from '../access/wall-rows.ts'
import { freshDatabase } from '../harness/site.ts'

/*
 * The wall behind the commands: SQL of a person of another body, sent under the role and the settings that the application takes,
 * against a row of the owner's in every table of the schema.
 */
const config = await freshDatabase()
const client = new pg.Client(config)
let home = ''
let tables: string[] = []
const places = new Map<WallRow, string>()

const SIDES = { partner: [ids.partner, ids.partnerPerson], stranger: [ids.stranger, ids.strangerPerson] } as const
type Side = keyof typeof SIDES

/** `read`, `insert` (the owner's row once more), `delete`, `change` of every column or of those named. Not listed: nothing at all.
 * A change that is a step (a receipt, a withdrawal, a freezing) moves the state with it and is tried by the features. */
const MAY: Record<string, Partial<Record<Side, string>>> = {
  site: { partner: 'read', stranger: 'read' },
  // The telephone book, and the days off of the site.
  body: { partner: 'read', stranger: 'read' },
  body_name: { partner: 'read', stranger: 'read' },
  unit: { partner: 'read', stranger: 'read' },
  place: { partner: 'read', stranger: 'read' },
  'place (ended)': { partner: 'read', stranger: 'read' },
  place_succession: { partner: 'read', stranger: 'read' },
  place_lay: { partner: 'read', stranger: 'read' },
  'reorganisation (applied)': { partner: 'read', stranger: 'read' },
  duty_passing: { partner: 'read' },
  body_succession: { partner: 'read', stranger: 'read' },
  unit_succession: { partner: 'read', stranger: 'read' },
  area_class: { partner: 'read', stranger: 'read' },
  calendar_day: { partner: 'read', stranger: 'read' },
  // Whoever knows better takes a feast's confirmation over, in the own name.
  feast_confirmation: { partner: 'read delete', stranger: 'read delete' },
  // Bytes are entered by whoever uploads; none are listed.
  blob: { partner: 'insert', stranger: 'insert' },
  'file (joint)': { partner: 'read' },
  programme: { partner: 'read change' },
  programme_party: { partner: 'read' },
  'programme_party (partner)': { partner: 'read' },
  'programme_party (by post)': { partner: 'read' },
  clause: { partner: 'read insert' },
  commitment: { partner: 'read insert' },
  // A plan is worked on by every party.
  'plan (draft)': { partner: 'read insert change' },
  plan_item: { partner: 'read insert change' },
  activity: { partner: 'read' },
  'activity (second)': { partner: 'read' },
  activity_item: { partner: 'read' },
  activity_sum: { partner: 'read' },
  counted_change: { partner: 'read' },
  changed_activity: { partner: 'read' },
  item_work: { partner: 'read' },
  activity_place: { partner: 'read' },
  // What is told; the counts as recorded stay with the side that recorded them.
  told_split: { partner: 'read' },
  'review (proposed)': { partner: 'read' },
  agreement: { partner: 'read' },
  // Every party takes its steps; that the words stay and that nothing is agreed for others is held by the trigger, see the attacks below.
  'amendment (shared)': {
    partner:
      'read change:state,reason,effective_on,changes,said,digest,answer,answered_by,number,signed_on,signed_file,shared_at,agreed_at,recorded_by,recorded_at,version',
  },
  'exchange_package (sent)': { partner: 'read' },
  'plan_proposal (shared)': { partner: 'read change' },
  'petition (shared)': { partner: 'read' },
  'construction (shared)': { partner: 'read' },
  'supervision (shared)': { partner: 'read' },
  'commendation (shared)': { partner: 'read' },
  'commendation_line (shared)': { partner: 'read' },
  'supervision_member (shared)': { partner: 'read' },
  'finding (shared)': { partner: 'read' },
  'supervision_step (shared)': { partner: 'read' },
  'step_finding (shared)': { partner: 'read' },
  'supervision_checked (shared)': { partner: 'read' },
  'supervision_activity (shared)': { partner: 'read' },
  'movement (shared)': { partner: 'read' },
  'movement_measure (shared)': { partner: 'read' },
  'movement_year (shared)': { partner: 'read' },
  'movement_figure (shared)': { partner: 'read' },
  movement_activity: { partner: 'read' },
  // What is told; the figures as reported stay with the body that entered them.
  outcome_report: { partner: 'read' },
  outcome_cell: { partner: 'read' },
  // Whom it was sent to reads it and works on its own copy.
  cascade_template: { partner: 'read' },
  cascade_copy: { partner: 'read change:opened_on,signed_on,number,lines,version' },
  cascade_ask: { partner: 'read' },
  cascade_answer: { partner: 'read insert change:figures,state,sent_on,reason,version' },
  // Entered and confirmed by every party.
  parent_text: { partner: 'read insert change:removed_at,version' },
  parent_link: { partner: 'read insert change:how,reason,decided_by,decided_at,version' },
  renewal_decision: { partner: 'read' },
  // Those of the earlier programme know what goes on with it.
  programme_continues: { partner: 'read', stranger: 'read' },
  // Whoever agrees last brings it to its end.
  programme_ending: { partner: 'read change:state,failure,version' },
  programme_ending_agreement: { partner: 'read' },
  programme_open_below: { partner: 'read' },
  clause_origin: { partner: 'read', stranger: 'read' },
  directive: { partner: 'read' },
  directive_clause: { partner: 'read' },
  directive_activity: { partner: 'read' },
  element_item: { partner: 'read' },
  'element_construction (shared)': { partner: 'read' },
  // What the province keeps is known to all.
  petition_field: { partner: 'read', stranger: 'read' },
  trusted_issuer: { partner: 'read', stranger: 'read' },
  petition_route: { partner: 'read', stranger: 'read' },
  petition_clock: { partner: 'read', stranger: 'read' },
  supervision_clock: { partner: 'read', stranger: 'read' },
  supervision_report_term: { partner: 'read', stranger: 'read' },
  supervision_check: { partner: 'read', stranger: 'read' },
  'working_indicator (shared)': { partner: 'read change' },
  // The other party answers, and changes nothing of the content.
  'own_kind (shared)': { partner: 'read change:number,state,answer,answered_by,shared_at,agreed_at,closed_at,version' },
  plan_version: { partner: 'read insert' },
  focal_point: { partner: 'read' },
  working_group: { partner: 'read' },
  working_group_member: { partner: 'read' },
  'meeting (proposed)': { partner: 'read' },
  'conclusion (proposed)': { partner: 'read' },
  'exchange_request (sent)': { partner: 'read' },
  // A signer answers; that nothing else moves is held by the trigger.
  'exchange_request (proposed)': {
    partner:
      'read change:signed_with,to_name,clause_path,content,state,number,sent_on,letter_file,due_on,urged_on,answer,answer_number,answered_on,answer_file,summary,removed_at,version,to_body,digest,reason,returned_by',
  },
  participation: { partner: 'read' },
  paper_sending: { partner: 'read' },
  // It stands in the partner's name: contested by its own person only, which moves several columns at once.
  paper_act: { partner: 'read' },
  'file (scan)': { partner: 'read' },
  // The other party answers the proposal, and changes nothing else of it.
  // The text is written by every party while it is not frozen.
  review_text: { partner: 'read insert change:state,writers,texts,revision,compiled' },
  // Either side closes one in its own name, which moves several columns at once.
  review_remark: { partner: 'read' },
  // That a part is awaited is known to all; of whom, and what it wrote, to its own side.
  review_part: { partner: 'read' },
  review_version: { partner: 'read' },
  figure_dispute: { partner: 'read' },
  destroyed_file: { partner: 'read' },
  activity_merge: { partner: 'read' },
  // The side whose seal is the last one issues it; that nothing else moves is held by the trigger.
  'paper (frozen)': {
    partner:
      'read change:subject,recipients,state,frozen_file,frozen_at,pages,number,letter,dated,issued_at,amends,amends_as,ended_on,ended_reason,removed_at,version,signers,sheet,wording,written',
  },
  'paper_party (frozen)': { partner: 'read' },
  'paper_party (partner)': { partner: 'read change:way,signed_at,sealed_at' },
  'paper_copy (frozen)': { partner: 'read' },
  dispatch: { partner: 'read' },
  budget_line: { partner: 'read' },
  budget_spending: { partner: 'read' },
}

const known = (rows: readonly WallRow[]) => rows.filter(row => tables.includes(row.table))

beforeAll(async () => {
  await client.connect()
  const found = await client.query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`)
  tables = found.rows.map(row => row.name).filter(name => name !== 'migration')
  home = (await client.query<{ home: string }>('SELECT home FROM site')).rows[0]!.home
  for (const row of known(others)) await insert(row)
  for (const row of known(owned)) places.set(row, await insert(row))
})
afterAll(() => client.end())

async function insert({ table, values }: WallRow): Promise<string> {
  const named = { home, ...values }
  const columns = Object.keys(named).map(one => `"${one}"`)
  const marks = columns.map((_, at) => `$${at + 1}`)
  const text = `INSERT INTO "${table}" (${columns.join()}) VALUES (${marks.join()}) RETURNING ctid::text AS place`
  return (await client.query<{ place: string }>(text, Object.values(named))).rows[0]!.place
}

const become = (body: string, person: string) =>
  client.query(
    `SELECT set_config('role', 'phoihop_app', true), set_config('phoihop.home', $1, true), set_config('phoihop.body', $2, true),
      set_config('phoihop.account', $3, true), set_config('phoihop.system', 'off', true)`,
    [home, body, person],
  )

/** Runs one attack in a transaction that is always taken back: the SQLSTATE that stopped it, or what `look` sees as the owner of the database. */
async function attempt<T>(side: Side, attack: string, values: unknown[], look: () => Promise<T>): Promise<T | string> {
  await client.query('BEGIN')
  try {
    await become(...SIDES[side])
    await client.query(attack, values)
    await client.query('RESET ROLE')
    return await look()
  } catch (error) {
    return (error as { code: string }).code
  } finally {
    await client.query('ROLLBACK')
  }
}

const REFUSED = '42501'
const stands = async ({ table }: WallRow, place: string) =>
  (await client.query(`SELECT FROM "${table}" WHERE ctid = $1::tid`, [place])).rowCount === 1

async function columnsOf(table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1
      AND is_generated = 'NEVER' AND is_identity = 'NO' ORDER BY ordinal_position`,
    [table],
  )
  return rows.map(row => row.name)
}

async function whatMay(side: Side, row: WallRow): Promise<string> {
  const place = places.get(row)!
  const seen = await canRead(side, row, place)
  const columns = await columnsOf(row.table)
  const changed: string[] = []
  for (const column of columns) if (await canChange(side, row, place, column)) changed.push(column)
  const parts = [
    seen && 'read',
    (await canCopy(side, row, columns, place)) && 'insert',
    changed.length > 0 && (changed.length === columns.length ? 'change' : `change:${changed.join()}`),
    (await attempt(side, `DELETE FROM "${row.table}"`, [], () => stands(row, place))) === false && 'delete',
  ]
  return parts.filter(Boolean).join(' ')
}

async function canRead(side: Side, { table }: WallRow, place: string): Promise<boolean> {
  await client.query('BEGIN')
  await become(...SIDES[side])
  const found = await client.query(`SELECT FROM "${table}" WHERE ctid = $1::tid`, [place]).catch(() => null)
  await client.query('ROLLBACK')
  return found?.rowCount === 1
}

/** Writes a column of whatever row can be reached, blindly and to what it is: a reached row gets a new place. */
async function canChange(side: Side, row: WallRow, place: string, column: string): Promise<boolean> {
  const { rows } = await client.query<{ value: unknown }>(
    `SELECT "${column}"::text AS value FROM "${row.table}" WHERE ctid = $1::tid`,
    [place],
  )
  const type = (
    await client.query<{ type: string }>(
      `SELECT format_type(atttypid, atttypmod) AS type FROM pg_attribute WHERE attrelid = $1::regclass AND attname = $2`,
      [row.table, column],
    )
  ).rows[0]!.type
  const text = `UPDATE "${row.table}" SET "${column}" = $1::text::${type}`
  return (await attempt(side, text, [rows[0]!.value], () => stands(row, place))) === false
}

/** Enters the owner's row once more under another id; only the wall itself counts as a refusal, not a key that is taken. */
async function canCopy(side: Side, { table }: WallRow, columns: readonly string[], place: string): Promise<boolean> {
  const wanted = columns.map(column => (column === 'id' ? 'gen_random_uuid()' : `"${column}"`))
  const copy = `CREATE TEMP TABLE booty ON COMMIT DROP AS SELECT ${wanted.map((value, at) => `${value} AS "${columns[at]!}"`).join()}
    FROM "${table}" WHERE ctid = '${place}'::tid`
  await client.query('BEGIN')
  try {
    await client.query(copy)
    await client.query('GRANT SELECT ON booty TO phoihop_app')
    await become(...SIDES[side])
    const names = columns.map(column => `"${column}"`).join()
    await client.query(`INSERT INTO "${table}" (${names}) SELECT ${names} FROM booty`)
    return true
  } catch (error) {
    return (error as { code: string }).code !== REFUSED
  } finally {
    await client.query('ROLLBACK')
  }
}

describe('the second wall', () => {
  it('stands around every table, each of which is tried below with a row', async () => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
        AND NOT relrowsecurity AND has_any_column_privilege('phoihop_app', oid, 'SELECT,INSERT,UPDATE')`,
    )
    expect(rows.map(row => row.name)).toEqual([])
    const tried = new Set([...owned.map(row => row.table), 'site', 'body'])
    expect(
      tables.filter(name => !tried.has(name)),
      'tables that need a row in test/access/wall-rows.ts',
    ).toEqual([])
  })

  it.each(['partner', 'stranger'] as const)('lets a %s do no more than the table says', async side => {
    const may: Record<string, string> = {}
    for (const row of known(owned)) may[row.label] = await whatMay(side, row)
    const expected = known(owned).map(row => [row.label, MAY[row.label]?.[side] ?? ''])
    expect(may).toEqual(Object.fromEntries(expected))
  })

  it('grants no right outside the tables: neither jobs nor migrations', async () => {
    const { rows } = await client.query(
      `SELECT has_schema_privilege('phoihop_app', 'pgboss', 'USAGE') AS jobs, has_schema_privilege('phoihop_app', 'public', 'CREATE') AS create,
        has_any_column_privilege('phoihop_app', 'migration', 'SELECT,INSERT,UPDATE') AS migrations`,
    )
    expect(rows).toEqual([{ jobs: false, create: false, migrations: false }])
  })
})

const FOREIGN_KEY = '23503'
const received = `from_body = '${ids.owner}', to_body = '${ids.partner}', state = 'received', content = '{}', digest = 'd',
  sent_on = '2026-04-01', received_on = '2026-04-01'`
const party = (programme: string, body: string) =>
  `INSERT INTO programme_party (programme_id, body_id, position, printed_name) VALUES ('${programme}', '${body}', 3, 'bên')`
const agreement = (body: string, person: string) =>
  `INSERT INTO agreement (id, programme_id, subject_kind, subject_id, body_id, digest, account_id, at)
    VALUES ('${newId()}', '${ids.programme}', 'plan', '${ids.strangePlan}', '${body}', 'd', '${person}', now())`
const ownPackage = `INSERT INTO exchange_package (id, programme_id, commitment_id, from_body, to_body, duty_key, kind, year, label,
    period_from, period_to, cutoff_on, due_on, created_at)
  VALUES ('${newId()}', '${ids.programme}', '${ids.commitment}', '${ids.partner}', '${ids.owner}', 'k3', 'periodic', 2026, 'x',
    '2026-01-01', '2026-03-31', '2026-03-31', '2026-04-07', now());`
const RESTRICTED = '23001'
const amendment = (change: string) => `UPDATE amendment SET ${change} WHERE id = '${ids.amendment}'`
const boards = (change: string) => `UPDATE review SET ${change} WHERE id = '${ids.proposedReview}'`

const [scan, act, letter] = [newId(), newId(), newId()]
const quoted = (values: readonly (string | null)[]) => values.map(one => (one === null ? 'NULL' : `'${one}'`)).join()
const scanned = `INSERT INTO file (id, sha256, size, name, media_type, owner_body, created_at)
  VALUES ('${scan}', '${'b'.repeat(64)}', 1, 'tra-loi.pdf', 'application/pdf', '${ids.partner}', now());`
/** The partner registers a letter to a body about the plan. */
const sent = (
  to: string,
) => `INSERT INTO paper_sending (id, programme_id, from_body, to_body, subject_kind, subject_id, step, digest,
    letter_number, letter_date, recorded_by, recorded_at)
  VALUES (${quoted([newId(), ids.programme, ids.partner, to, 'plan', ids.plan, 'whole', 'd', '15'])}, '2026-03-01', '${ids.partnerPerson}', now());`
/** The partner writes a body's paper down. */
const answered = (more: { body?: string; digest?: string; file?: string; person?: string; said?: string } = {}) => {
  const { body = ids.postal, digest = 'd', file = scan, person = ids.partnerPerson, said = 'agree' } = more
  return `INSERT INTO paper_act (id, programme_id, body_id, subject_kind, subject_id, act, digest, paper_number, paper_date, file_id,
      recorded_body, recorded_by, recorded_at)
    VALUES (${quoted([act, ids.programme, body, 'plan', ids.plan, said, digest, '12-CV'])}, '2026-03-02', '${file}', '${ids.partner}', '${person}', now());`
}
/** An agreement in the name of a party by post, resting on the paper above. */
const onPaper = (
  more: { body?: string; digest?: string; subject?: string; person?: string | null; paper?: string | null } = {},
) => {
  const { body = ids.postal, digest = 'd', subject = ids.plan, person = null, paper = act } = more
  return `INSERT INTO agreement (id, programme_id, subject_kind, subject_id, body_id, digest, account_id, paper_act_id, at)
    VALUES (${quoted([newId(), ids.programme, 'plan', subject, body, digest, person, paper])}, now());`
}
const recorded = scanned + sent(ids.postal) + answered()
const line = (
  paper: string | null,
) => `INSERT INTO plan_proposal (id, plan_id, programme_id, kind, content, reason, by_body, state, created_by,
    created_at, shared_at, paper_act_id)
  VALUES ('${letter}', '${ids.plan}', '${ids.programme}', 'add', '{}', 'x', '${ids.postal}', 'shared', '${ids.partnerPerson}', now(), now(),
    ${quoted([paper])})`
const accepted = (body: string, paper: string) =>
  `UPDATE plan_proposal SET acceptances = '[{"bodyId": "${body}", "paperActId": "${paper}"}]' WHERE id = '${ids.proposal}'`

/** What a person of a side sends in the name of a party by post. */
const ON_PAPER: [string, Side, string][] = [
  ['agrees for a party by post without any paper', 'partner', onPaper({ paper: null })],
  [
    'rests it on a paper that another side recorded',
    'partner',
    onPaper({ body: ids.partner, paper: ids.paperAct, person: null }),
  ],
  ['records a paper about what was never sent', 'partner', scanned + answered()],
  ['records one about another content than was sent', 'partner', scanned + sent(ids.postal) + answered({ digest: 'e' })],
  ['records one of a side that works here', 'partner', scanned + sent(ids.owner) + answered({ body: ids.owner })],
  ['records one without a scan of its own', 'partner', sent(ids.postal) + answered({ file: ids.file })],
  ['records one in another person’s name', 'partner', scanned + sent(ids.postal) + answered({ person: ids.ownerPerson })],
  [
    'records one without being clerk or leader',
    'partner',
    `${scanned}${sent(ids.postal)} SELECT set_config('phoihop.account', '${ids.partnerOfficer}', true);
    ${answered({ person: ids.partnerOfficer })}`,
  ],
  ['agrees to another content than the paper', 'partner', recorded + onPaper({ digest: 'e' })],
  ['agrees to another plan than the paper', 'partner', recorded + onPaper({ subject: ids.strangePlan })],
  ['agrees for another body than the paper', 'partner', recorded + onPaper({ body: ids.owner })],
  ['calls the paper a person’s click', 'partner', recorded + onPaper({ person: ids.partnerPerson })],
  [
    'takes a paper of another kind for an agreement',
    'partner',
    scanned + sent(ids.postal) + answered({ said: 'counter' }) + onPaper(),
  ],
  [
    'agrees by a paper that was withdrawn',
    'partner',
    `${recorded} UPDATE paper_act SET withdrawn_at = now(), withdrawn_by = '${ids.partnerPerson}' WHERE id = '${act}'; ${onPaper()}`,
  ],
  [
    'contests a paper in the name of its body',
    'partner',
    `${recorded} UPDATE paper_act SET contested_at = now(), contested_by = '${ids.partnerPerson}', contest_reason = 'x' WHERE id = '${act}'`,
  ],
  [
    'contests while it withdraws',
    'partner',
    `${recorded} UPDATE paper_act SET contested_at = now(), contested_by = '${ids.partnerPerson}', contest_reason = 'x', withdrawn_at = now(),
      withdrawn_by = '${ids.partnerPerson}' WHERE id = '${act}'`,
  ],
  ['changes what a recorded paper says', 'partner', `${recorded} UPDATE paper_act SET digest = 'e' WHERE id = '${act}'`],
  ['types a line in another’s name without a paper', 'partner', line(null)],
  ['types a line from a paper that asks for none', 'partner', recorded + line(act)],
  ['accepts a line in another’s name', 'partner', accepted(ids.postal, newId())],
  ['accepts it by a paper that answers none', 'partner', recorded + accepted(ids.postal, act)],
  [
    'enters a line as accepted by others',
    'partner',
    `INSERT INTO plan_proposal (id, plan_id, programme_id, kind, content, reason, by_body, state, created_at, shared_at, closed_at, acceptances)
      VALUES ('${newId()}', '${ids.plan}', '${ids.programme}', 'add', '{}', 'x', '${ids.partner}', 'accepted', now(), now(), now(),
        '[{"bodyId": "${ids.owner}"}]')`,
  ],
  [
    'puts another side on paper',
    'partner',
    `INSERT INTO participation (id, programme_id, body_id, way, since, set_by, set_at)
      VALUES ('${newId()}', '${ids.programme}', '${ids.owner}', 'by-post', '2026-03-01', '${ids.partnerPerson}', now())`,
  ],
  [
    'confirms the receipt of its own package without a paper',
    'partner',
    `${ownPackage.replace(ids.owner, ids.postal)} UPDATE exchange_package SET state = 'sent', content = '{}', digest = 'd', sent_on = '2026-04-01' WHERE duty_key = 'k3';
      UPDATE exchange_package SET state = 'received', received_on = '2026-04-01' WHERE duty_key = 'k3'`,
  ],
]

/** What a person of the side sends, and the SQLSTATE that must stop it. */
const ATTACKS: [string, Side, string, string?][] = [
  ['becomes a party of a programme', 'stranger', party(ids.programme, ids.stranger)],
  ['rewords a letter that is frozen', 'partner', `UPDATE paper SET wording = '{x}' WHERE id = '${ids.paper}'`, RESTRICTED],
  ['puts another sheet under it', 'partner', `UPDATE paper SET sheet = '{}' WHERE id = '${ids.paper}'`, RESTRICTED],
  ['brings another body into a programme', 'partner', party(ids.programme, ids.stranger)],
  [
    'adds work to a plan of others',
    'stranger',
    `INSERT INTO plan_item (id, plan_id, programme_id, clause_path, position, title, lead_bodies,
    support_bodies, timing) VALUES ('${newId()}', '${ids.plan}', '${ids.strangeProgramme}', 'I', 99, 'x', '{}', '{}', 'undated')`,
  ],
  [
    'counts the own activity under an item of others',
    'stranger',
    `INSERT INTO activity_item (activity_id, item_id, programme_id)
    VALUES ('${ids.strangeActivity}', '${ids.item}', '${ids.strangeProgramme}')`,
    FOREIGN_KEY,
  ],
  [
    'counts it in a programme of others',
    'stranger',
    `INSERT INTO activity_item (activity_id, item_id, programme_id)
    VALUES ('${ids.strangeActivity}', '${ids.item}', '${ids.programme}')`,
    FOREIGN_KEY,
  ],
  ['agrees in another body’s name', 'partner', agreement(ids.owner, ids.partnerPerson)],
  ['agrees in a colleague’s or another person’s name', 'partner', agreement(ids.partner, ids.ownerPerson)],
  ['agrees in a programme of others', 'stranger', agreement(ids.stranger, ids.strangerPerson), FOREIGN_KEY],
  ['changes what another body agreed to', 'partner', `UPDATE agreement SET digest = 'other'`],
  [
    'writes in the log in another’s name',
    'partner',
    `INSERT INTO audit (at, command_id, command, account_id, body_id, subject_kind, subject_id)
    VALUES (now(), '${newId()}', 'x', '${ids.ownerPerson}', '${ids.owner}', 'x', '${newId()}')`,
  ],
  [
    'puts a file before the parties of a programme of others',
    'stranger',
    `UPDATE file SET visibility = 'joint', programme_id = '${ids.programme}'`,
  ],
  ['gives a file to another body', 'stranger', `UPDATE file SET owner_body = '${ids.owner}'`],
  ['takes a proposed review for its own', 'partner', boards(`owner_body = '${ids.partner}'`)],
  ['moves it to another programme', 'partner', boards(`programme_id = '${ids.strangeProgramme}'`)],
  ['takes it back for its owner', 'partner', boards(`state = 'draft'`)],
  ['writes in it while it freezes it', 'partner', boards(`state = 'frozen', frozen = '{}', texts = '{"difficulties": "không"}'`)],
  ['writes in a shared amendment', 'partner', amendment(`changes = '[{}]'`), RESTRICTED],
  ['moves its day of effect', 'partner', amendment(`effective_on = '2028-01-01'`), RESTRICTED],
  ['agrees to it for every party', 'partner', amendment(`state = 'agreed', agreed_at = now()`)],
  [
    'signs it before both have agreed',
    'partner',
    amendment(`state = 'signed', number = '1', signed_on = '2026-12-01', signed_file = '${ids.jointFile}'`),
  ],
  [
    'ends a commitment by an amendment that is not signed',
    'partner',
    `UPDATE commitment SET ended_by = '${ids.amendment}', valid_to = '2026-12-31'`,
  ],
  [
    'brings a clause in by one that is not signed',
    'partner',
    `INSERT INTO clause (programme_id, path, position, label, heading, text, span_from, span_to, amendment_id)
    VALUES ('${ids.programme}', 'I/9', 9, '9', false, 'x', 0, 1, '${ids.amendment}')`,
  ],
  [
    'opens a session of another person',
    'partner',
    `INSERT INTO session (id, token_hash, account_id, created_at, seen_at, expires_at, device)
    VALUES ('${newId()}', '\\x00', '${ids.ownerPerson}', now(), now(), now(), '')`,
  ],
  [
    'opens an account in another body',
    'partner',
    `INSERT INTO account (id, body_id, username, display_name, password_hash)
    VALUES ('${newId()}', '${ids.owner}', 'x', 'x', 'x')`,
  ],
  [
    'gives itself a post',
    'partner',
    `INSERT INTO post (id, body_id, account_id, title, roles)
    VALUES ('${newId()}', '${ids.partner}', '${ids.partnerPerson}', 'x', '{administrator}')`,
  ],
  [
    'gives a post in another body',
    'partner',
    `INSERT INTO post (id, body_id, account_id, title, roles)
    VALUES ('${newId()}', '${ids.owner}', '${ids.ownerPerson}', 'x', '{viewer}')`,
  ],
  [
    'authorises a person of another body',
    'partner',
    `INSERT INTO authorisation (id, body_id, account_id, given_by, in_place_of, number, paper_date, scope, from_on, to_on, created_at)
    VALUES ('${newId()}', '${ids.partner}', '${ids.ownerPerson}', '${ids.partnerPerson}', 'x', 'x', now(), 'x', now(), now(), now())`,
  ],
  ['moves the own account to another body', 'partner', `UPDATE account SET body_id = '${ids.owner}'`],
  [
    'enters a body without being an administrator',
    'stranger',
    `INSERT INTO body (id, name, short_name, symbol, kind, place)
    VALUES ('${newId()}', 'x', 'x', 'x', 'state', 'x')`,
  ],
  [
    'forges a package that another body sent',
    'partner',
    `${ownPackage} UPDATE exchange_package SET ${received} WHERE duty_key = 'k3'`,
  ],
  ['agrees to minutes alone', 'partner', `UPDATE meeting SET state = 'agreed', agreed_at = now() WHERE id = '${ids.meeting}'`],
  [
    'writes in minutes that it returns',
    'partner',
    `UPDATE meeting SET state = 'returned', reason = 'x', agenda = 'khác' WHERE id = '${ids.meeting}'`,
  ],
  [
    'takes every role’s rights through a table of its own',
    'stranger',
    `CREATE TEMP TABLE programme_party (home uuid, programme_id uuid, body_id uuid);
    INSERT INTO pg_temp.programme_party VALUES ('${'0'.repeat(8)}-0000-0000-0000-000000000000', '${ids.programme}', '${ids.stranger}');
    UPDATE pg_temp.programme_party SET home = current_home(); INSERT INTO plan (id, programme_id, year, created_at)
    VALUES ('${newId()}', '${ids.programme}', 2030, now())`,
  ],
]

describe('a person of another side who sends SQL', () => {
  it.each(ATTACKS)('%s (%s): in vain', async (_name, side, attack, code = REFUSED) => {
    expect(await attempt(side, attack, [], async () => 'done')).toBe(code)
  })

  it.each(ON_PAPER)('%s (%s): in vain', async (_name, side, attack) => {
    expect(await attempt(side, attack, [], async () => 'done')).toBe(REFUSED)
  })

  it('hears of a focal point of another side only whether its holder is still in post, and a stranger nothing', async () => {
    const heard = async (side: Side, asked: string) => {
      await client.query('BEGIN')
      await become(...SIDES[side])
      const { rows } = await client.query('SELECT * FROM places_over($1, $2)', [asked, '2099-12-31'])
      await client.query('ROLLBACK')
      return rows
    }
    const place = { subject_id: ids.focalPoint, holder_over: false, deputy_over: false }
    expect(await heard('partner', ids.programme)).toEqual([place])
    expect(await heard('stranger', ids.programme)).toEqual([])
    expect(await heard('partner', ids.strangeProgramme)).toEqual([])
  })

  it('agrees for a party by post with its paper, about exactly what was sent', async () => {
    expect(await attempt('partner', recorded + onPaper(), [], async () => 'done')).toBe('done')
    expect(
      await attempt('partner', scanned + sent(ids.postal) + answered({ said: 'counter' }) + line(act), [], async () => 'done'),
    ).toBe('done')
    expect(
      await attempt(
        'partner',
        scanned + sent(ids.postal) + answered({ said: 'answer' }) + accepted(ids.postal, act),
        [],
        async () => 'done',
      ),
    ).toBe('done')
  })

  it('reads no file that somebody else than its owner sends along', async () => {
    const sent = { state: 'sent', content: '{}', digest: 'd', sent_on: '2026-04-02', file_ids: [ids.file] }
    const forged = owned.find(row => row.label === 'exchange_package (draft)')!
    const values = { ...forged.values, ...sent, id: newId(), duty_key: 'k4', from_body: ids.stranger }
    await client.query(
      party(ids.programme, ids.stranger).replace('(programme_id', '(home, programme_id').replace("('", `('${home}', '`),
    )
    await insert({ ...forged, values })
    const place = places.get(owned.find(row => row.label === 'file (own)')!)!
    expect(await canRead('partner', { ...forged, table: 'file' }, place)).toBe(false)
  })
})
