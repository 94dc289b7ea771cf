/**
 * The figures of a review said a second time, as SQL for the owner of the database, who stands behind the second wall: what the
 * reviewing side may see is asked by hand. Written from the tables, without the product's code. Each statement takes
 * $1 programme, $2 reviewing body, $3 first day, $4 last day, $5 kinds of work or null, $6 whether the report is the final one, and returns for every group it counts
 * (clause, item, sort, unit, part) its value; what does not group is absent.
 */
export type Statement = { of: string; sql: string }

const PARTY = 'EXISTS (SELECT FROM programme_party WHERE programme_id = $1 AND body_id = $2)'

/**
 * `done` in the period, `under` which clauses, `carried` by which items: those of plans that the side sees; `counted` for which items: in a
 * final report also for those that aim at the same duty for the whole term.
 */
const WORK = `WITH done AS (
    SELECT * FROM activity WHERE programme_id = $1 AND ${PARTY} AND removed_at IS NULL AND held_on BETWEEN $3 AND $4
      AND ($5::text[] IS NULL OR kind = ANY ($5))
  ), carried AS (
    SELECT l.activity_id, i.id AS item, i.clause_path AS clause FROM activity_item l JOIN plan_item i ON i.id = l.item_id
      JOIN plan p ON p.id = i.plan_id WHERE l.programme_id = $1 AND (p.state <> 'private' OR p.owner_body = $2)
  ), under AS (SELECT DISTINCT activity_id, clause FROM carried), counted AS (
    SELECT activity_id, item FROM carried
    UNION SELECT c.activity_id, aimed.id FROM carried c JOIN plan_item i ON i.id = c.item JOIN plan_item aimed
      ON aimed.programme_id = $1 AND aimed.commitment_id = i.commitment_id AND aimed.target_per = 'term' WHERE $6::boolean)`

/** One side of the count pair by clause and kind, by clause, by item and in all. */
const pair = (value: string, unit: string): string => `${WORK}
  SELECT clause, kind AS sort, ${unit} AS unit, sum(${value}) AS value FROM done JOIN under ON activity_id = id
    WHERE ${value} IS NOT NULL GROUP BY GROUPING SETS ((clause, kind, ${unit}), (clause, ${unit}))
  UNION ALL SELECT item::text, 'item', ${unit}, sum(${value}) FROM done JOIN counted ON activity_id = id
    WHERE ${value} IS NOT NULL GROUP BY item, ${unit}
  UNION ALL SELECT NULL, NULL, ${unit}, sum(${value}) FROM done WHERE ${value} IS NOT NULL GROUP BY ${unit}`

/** A sum or a count without a unit, by the same groups. */
const plain = (value: string, where: string): string => `${WORK}
  SELECT clause, kind AS sort, ${value} AS value FROM done JOIN under ON activity_id = id WHERE ${where}
    GROUP BY GROUPING SETS ((clause, kind), (clause))
  UNION ALL SELECT item::text, 'item', ${value} FROM done JOIN counted ON activity_id = id WHERE ${where} GROUP BY item
  UNION ALL SELECT NULL, NULL, ${value} FROM done WHERE ${where}`

/** What was spent of each source: as the spending of the work says, else as the estimates of its items do. */
const PAID = `line AS (
    SELECT b.* FROM budget_line b JOIN plan p ON p.id = b.plan_id WHERE b.programme_id = $1 AND p.state <> 'private'
  ), spent AS (SELECT activity_id, source FROM budget_spending s JOIN line ON line.id = s.line_id WHERE activity_id IS NOT NULL),
  says AS (
    SELECT activity_id, source FROM spent
    UNION SELECT l.activity_id, source FROM activity_item l JOIN line USING (item_id) WHERE l.activity_id NOT IN (SELECT activity_id FROM spent)
  ), paid AS (
    SELECT a.id, a.money, CASE count(source) WHEN 0 THEN 'none' WHEN 1 THEN min(source) ELSE 'several' END AS part
    FROM activity a LEFT JOIN says ON says.activity_id = a.id
    WHERE a.programme_id = $1 AND ${PARTY} AND a.removed_at IS NULL AND a.held_on BETWEEN $3 AND $4 AND a.money IS NOT NULL GROUP BY a.id, a.money
  )`

/** Shown supervisions with the day that each fact came on, from the steps that stand. */
const SEEN = `WITH shown AS (
    SELECT * FROM supervision WHERE programme_id = $1 AND ${PARTY} AND shared_at IS NOT NULL AND starts_on <= $4
  ), standing AS (
    SELECT *, row_number() OVER (PARTITION BY supervision_id, kind ORDER BY created_at, id) AS nth
    FROM supervision_step WHERE taken_back_at IS NULL AND day <= $4
  ), held AS (
    SELECT s.id, s.construction_id, coalesce(
      (SELECT day FROM standing t WHERE t.supervision_id = s.id AND t.kind = 'visit' AND nth = 1),
      (SELECT day FROM standing t WHERE t.supervision_id = s.id AND t.kind = 'conclude' AND nth = 1)) AS day FROM shown s
  ), asked AS (
    SELECT s.id, count(f.id) AS many FROM shown s JOIN finding f ON f.supervision_id = s.id
      WHERE f.removed_at IS NULL AND f.recommendation <> '' GROUP BY s.id
  ), told AS (
    SELECT t.*, l.finding_id, row_number() OVER (PARTITION BY l.finding_id, kind ORDER BY t.created_at DESC, t.id DESC) AS nth_of_kind,
      row_number() OVER (PARTITION BY l.finding_id ORDER BY t.created_at DESC, t.id DESC) AS nth_of_all
    FROM standing t JOIN step_finding l ON l.step_id = t.id JOIN shown ON shown.id = t.supervision_id
  ), righted AS (
    SELECT t.finding_id, t.day,
        (SELECT outcome FROM told m WHERE m.finding_id = t.finding_id AND m.kind = 'remedy' AND m.nth_of_kind = 1) AS remedy
      FROM told t JOIN finding f ON f.id = t.finding_id AND f.removed_at IS NULL AND f.recommendation <> ''
      WHERE t.nth_of_all = 1 AND t.kind = 'see-again' AND t.outcome = 'right'
  )`

/** What both sides did for prestigious persons: gatherings, and benefits by day and body; under five nothing is told. */
const HONOURED = `WITH one AS (
    SELECT kind AS key, sessions::bigint AS sessions, turns::bigint AS turns FROM honour_gathering
      WHERE programme_id = $1 AND ${PARTY} AND removed_at IS NULL AND held_on BETWEEN $3 AND $4
    UNION ALL SELECT nature, count(DISTINCT given_on), count(*) FROM benefit
      WHERE programme_id = $1 AND ${PARTY} AND removed_at IS NULL AND given_on BETWEEN $3 AND $4 GROUP BY body_id, nature
  ), told AS (SELECT key, sum(sessions) AS sessions, sum(turns) AS turns FROM one GROUP BY key HAVING sum(turns) >= 5)`

const petitions = (fact: string): string => `SELECT '${fact}' AS part, count(*) AS value FROM petition
  WHERE programme_id = $1 AND ${PARTY} AND shared_at IS NOT NULL AND ${fact}_on BETWEEN $3 AND $4`

/** Agreed minutes, and the numbers of papers that work done by papers names. */
const LED = `WITH drawn AS (
    SELECT c.id, m.id AS meeting, m.held_on FROM conclusion c JOIN meeting m ON m.id = c.meeting_id
      WHERE m.programme_id = $1 AND ${PARTY} AND m.state = 'agreed'
  ), named AS (
    SELECT vn_fold(value ->> 'number') AS number FROM activity CROSS JOIN LATERAL jsonb_each(details)
      WHERE programme_id = $1 AND removed_at IS NULL AND kind IN ('advice', 'drafting', 'urging', 'guidance') AND value ? 'number'
  ), numbered AS (
    SELECT *, vn_fold(lpad(number::text, greatest(2, length(number::text)), '0') || letter || CASE profile WHEN 'nd30' THEN '/' ELSE '-' END
      || symbol) AS cited FROM paper
    WHERE programme_id = $1 AND ${PARTY} AND state = 'issued' AND amends IS NULL AND unit_id IS NULL
      AND source_kind NOT IN ('petition', 'petition-urging', 'package')
  )`

/**
 * What is owed by the quarter, half-year and year of NĐ 09, Điều 12: cut off on the 14th, due on the fifth working day after it. No public
 * holiday lies in these days. Nothing else owes in the province.
 */
const OWED = `WITH rhythm (unit, code, month) AS (VALUES ('quarter', 'q1', 3), ('quarter', 'q2', 6), ('quarter', 'q3', 9), ('quarter', 'q4', 12),
    ('half-year', 'h1', 6), ('half-year', 'h2', 12), ('year', 'y', 12)
  ), slot AS (
    SELECT unit, y || '-' || code AS code, make_date(y, month, 14) AS cutoff FROM rhythm
      CROSS JOIN (SELECT generate_series(period_from, period_to) AS y FROM programme WHERE id = $1 AND ${PARTY}) years
  ), dated AS (
    SELECT *, (SELECT day::date FROM generate_series(cutoff + 1, cutoff + 14, interval '1 day') day
      WHERE extract(isodow FROM day) < 6 ORDER BY day OFFSET 4 LIMIT 1) AS due FROM slot
  ), pair AS (
    SELECT c.id, c.schedules, c.valid_from, c.valid_to, f.body_id AS giver, t.body_id AS taker FROM commitment c
      JOIN programme_party f ON f.programme_id = c.programme_id JOIN programme_party t ON t.programme_id = c.programme_id
      WHERE c.programme_id = $1 AND 'information' = ANY (c.topics) AND f.body_id <> t.body_id
        AND (f.body_id = ANY (c.lead_bodies) OR NOT EXISTS (SELECT FROM programme_party p
          WHERE p.programme_id = c.programme_id AND p.body_id = ANY (c.lead_bodies)))
  ), owed AS (
    SELECT DISTINCT giver, due, pair.id || '.' || code || '.' || giver || '.' || taker AS key FROM pair
      CROSS JOIN LATERAL jsonb_array_elements(schedules) s JOIN dated ON unit = s ->> 'unit' AND (s ->> 'count')::int = 1
      WHERE s ->> 'kind' = 'every' AND cutoff >= (SELECT effective_from FROM programme WHERE id = $1)
        AND cutoff >= coalesce(valid_from, cutoff) AND cutoff <= coalesce(valid_to, cutoff) AND due BETWEEN $3 AND $4
  ), sent AS (
    SELECT duty_key AS key, sent_on FROM exchange_package WHERE programme_id = $1 AND state IN ('sent', 'received')
  )`

export const STATEMENTS: readonly Statement[] = [
  {
    of: 'informing',
    sql: `${OWED}
      SELECT CASE WHEN sent_on IS NULL THEN 'missing.' ELSE 'late.' END || giver AS part, count(*) AS value
      FROM owed LEFT JOIN sent USING (key) WHERE sent_on IS NULL OR sent_on > due GROUP BY 1`,
  },
  {
    of: 'led',
    sql: `${LED}
      SELECT 'concluded' AS part, count(*) AS value FROM drawn WHERE held_on BETWEEN $3 AND $4
      UNION ALL SELECT 'issued', count(*) FROM numbered WHERE dated BETWEEN $3 AND $4 AND source_kind <> 'commendation'
        AND source_id NOT IN (SELECT meeting FROM drawn) AND cited NOT IN (SELECT number FROM named)
      UNION ALL SELECT 'directed', count(*) FROM directive WHERE programme_id = $1 AND removed_at IS NULL
        AND issued_on BETWEEN $3 AND $4 AND vn_fold(number) NOT IN (SELECT number FROM named)
        AND vn_fold(number) NOT IN (SELECT cited FROM numbered)`,
  },
  {
    of: 'activities',
    sql: `${WORK}
      SELECT NULL AS clause, NULL AS part, count(*) AS value FROM done
      UNION ALL SELECT clause, NULL, count(*) FROM done JOIN under ON activity_id = id GROUP BY clause
      UNION ALL SELECT NULL, (CASE p.kind WHEN 'village' THEN p.parent_id ELSE p.id END)::text AS commune, count(DISTINCT done.id)
        FROM done JOIN activity_place s ON s.activity_id = done.id JOIN place p ON p.id = s.place_id GROUP BY commune`,
  },
  { of: 'count', sql: pair('count', 'count_unit') },
  { of: 'reach', sql: pair('reach', 'reach_unit') },
  {
    of: 'money',
    sql: `WITH work AS (${plain('sum(money)', 'money IS NOT NULL')}), ${PAID}
      SELECT clause, sort, NULL AS part, value FROM work UNION ALL SELECT NULL, NULL, part, sum(money) FROM paid GROUP BY part`,
  },
  { of: 'uncounted', sql: plain('count(*)', 'count IS NULL') },
  {
    of: 'communes',
    sql: `${WORK}
      SELECT clause, done.kind AS sort, count(DISTINCT CASE p.kind WHEN 'village' THEN p.parent_id ELSE p.id END) AS value
      FROM done JOIN under ON under.activity_id = done.id JOIN activity_place s ON s.activity_id = done.id
      JOIN place p ON p.id = s.place_id GROUP BY clause, done.kind`,
  },
  {
    of: 'detail',
    sql: `${WORK}, field AS (SELECT id, kind, key, value FROM done CROSS JOIN LATERAL jsonb_each(details)), number AS (
        SELECT id, kind, key AS part, value AS n FROM field WHERE jsonb_typeof(value) = 'number'
        UNION ALL SELECT id, kind, key || '.first', value -> 'first' FROM field WHERE value ? 'first'
        UNION ALL SELECT id, kind, key || '.second', value -> 'second' FROM field WHERE jsonb_typeof(value -> 'second') = 'number'
        UNION ALL SELECT id, kind, 'outcome.' || CASE coalesce(details ->> 'outcome', 'waiting') WHEN 'waiting' THEN 'open'
            ELSE details ->> 'outcome' END, '1' FROM done WHERE kind = 'advice'
        UNION ALL SELECT id, kind, 'answers.open', to_jsonb((value ->> 'first')::numeric - coalesce((value ->> 'second')::numeric, 0))
          FROM field WHERE kind = 'urging' AND key = 'answers' AND (value ->> 'first')::numeric > coalesce((value ->> 'second')::numeric, 0))
      SELECT clause, kind AS sort, part, sum(n::numeric) AS value FROM number JOIN under ON activity_id = id GROUP BY clause, kind, part`,
  },
  {
    of: 'split',
    sql: `${WORK}, part AS (SELECT b.activity_id, dimension || ':' || label AS part, b.count FROM done
        JOIN activity_breakdown b ON b.activity_id = done.id)
      SELECT clause, part, sum(count) AS value FROM part JOIN under USING (activity_id) GROUP BY clause, part
      UNION ALL SELECT NULL, part, sum(count) FROM part GROUP BY part`,
  },
  {
    of: 'share',
    sql: `${WORK} SELECT item::text AS clause, 'item' AS sort, unit, CASE WHEN sum(n) < target THEN least(99.9, round(100 * sum(n) / target, 1))
        ELSE round(100 * sum(n) / target, 1) END AS value FROM (
        SELECT c.item, i.target_unit AS unit, i.target_min AS target,
          CASE WHEN count_unit = i.target_unit THEN count ELSE 0 END + CASE WHEN reach_unit = i.target_unit THEN reach ELSE 0 END AS n
        FROM done JOIN counted c ON c.activity_id = done.id JOIN plan_item i ON i.id = c.item) one
      GROUP BY item, unit, target`,
  },
  {
    of: 'places',
    sql: `${WORK}, wanted AS (
        SELECT i.id AS item, i.target_min AS least, i.target_unit AS unit, c.id AS commune FROM plan_item i JOIN plan p ON p.id = i.plan_id
          CROSS JOIN place c WHERE i.programme_id = $1 AND (p.state <> 'private' OR p.owner_body = $2) AND i.target_per = 'xã'
          AND c.kind IN ('commune', 'ward', 'special-zone') AND coalesce(c.valid_from, $4) <= $4 AND coalesce(c.valid_to, $4) >= $4
      ), was AS (
        SELECT DISTINCT d.id, CASE p.kind WHEN 'village' THEN p.parent_id ELSE p.id END AS commune
        FROM done d JOIN activity_place s ON s.activity_id = d.id JOIN place p ON p.id = s.place_id
      ), alone AS (SELECT id FROM was GROUP BY id HAVING count(*) = 1),
      stands AS (
        SELECT w.item, w.commune, w.least, coalesce(sum(one.n), 0) AS n FROM wanted w LEFT JOIN (
          SELECT c.item, was.commune, CASE WHEN alone.id IS NULL THEN 1 WHEN d.count_unit = i.target_unit THEN coalesce(d.count, 1)
              WHEN d.reach_unit = i.target_unit THEN coalesce(d.reach, 1) ELSE 1 END AS n
          FROM carried c JOIN done d ON d.id = c.activity_id JOIN was ON was.id = d.id LEFT JOIN alone ON alone.id = d.id
            JOIN plan_item i ON i.id = c.item) one USING (item, commune)
        GROUP BY w.item, w.commune, w.least)
      SELECT item::text AS clause, 'item' AS sort, 'wanted' AS part, count(*) AS value FROM stands GROUP BY item
      UNION ALL SELECT item::text, 'item', CASE WHEN n >= least THEN 'reached' WHEN n > 0 THEN 'begun' ELSE 'none' END, count(*)
        FROM stands GROUP BY 1, 3`,
  },
  { of: 'petitions', sql: ['received', 'answered', 'settled', 'confirmed'].map(petitions).join(' UNION ALL ') },
  {
    of: 'supervisions',
    sql: `${SEEN}
      SELECT 'held' AS part, count(*) AS value FROM held WHERE day BETWEEN $3 AND $4
      UNION ALL SELECT 'works', count(DISTINCT construction_id) FROM held WHERE day BETWEEN $3 AND $4
      UNION ALL SELECT 'told', count(*) FROM held WHERE day BETWEEN $3 AND $4 AND EXISTS (SELECT FROM supervision_activity l
        JOIN activity a ON a.id = l.activity_id WHERE l.supervision_id = held.id AND a.removed_at IS NULL)
      UNION ALL SELECT 'found', count(*) FROM finding f JOIN shown ON shown.id = f.supervision_id
        WHERE f.removed_at IS NULL AND f.seen_on BETWEEN $3 AND $4
      UNION ALL SELECT 'asked', sum(many) FROM asked JOIN standing t ON t.supervision_id = asked.id AND t.kind = 'send' AND t.nth = 1
        WHERE t.day BETWEEN $3 AND $4
      UNION ALL SELECT CASE remedy WHEN 'explained' THEN 'explained' ELSE 'repaired' END, count(*)
        FROM righted WHERE day BETWEEN $3 AND $4 GROUP BY 1`,
  },
  {
    of: 'movements',
    sql: `WITH shown AS (SELECT * FROM movement WHERE programme_id = $1 AND ${PARTY} AND shared_at IS NOT NULL
        AND removed_at IS NULL AND starts_on <= $4)
      SELECT f.measure_id::text AS part, sum(f.reached) AS value FROM shown JOIN movement_figure f ON f.movement_id = shown.id
        JOIN movement_year y ON y.movement_id = f.movement_id AND y.year = f.year
        WHERE f.reached IS NOT NULL AND y.reported_on BETWEEN $3 AND $4 GROUP BY 1
      UNION ALL SELECT 'recognised', count(*) FROM shown WHERE recognised_date BETWEEN $3 AND $4
      UNION ALL SELECT 'copied', count(*) FROM shown WHERE copied_from IS NOT NULL AND starts_on BETWEEN $3 AND $4`,
  },
  {
    of: 'honours',
    sql: `${HONOURED}
      SELECT key || '.turns' AS part, turns AS value FROM told
      UNION ALL SELECT key || '.sessions', sessions FROM told WHERE sessions >= 5
      UNION ALL SELECT 'commended.' || sort, count(*) FROM commendation_line l JOIN commendation c ON c.id = l.commendation_id
        WHERE c.programme_id = $1 AND ${PARTY} AND c.shared_at IS NOT NULL AND l.chosen AND c.decision_date BETWEEN $3 AND $4 GROUP BY sort`,
  },
]

/** The balance of what a body received, by commune: $1 body, $2 first day, $3 last day. */
export const BALANCE = `WITH touched AS (
    SELECT * FROM petition WHERE body_id = $1 AND NOT (received_on > $3) AND NOT coalesce(closed_on < $2, false))
  SELECT commune_id::text AS key, sum((received_on < $2)::int) AS carried, sum((received_on >= $2)::int) AS received,
    sum((state = 'settled' AND closed_on <= $3)::int) AS settled, sum((state = 'returned' AND closed_on <= $3)::int) AS returned,
    sum((state = 'routed-out' AND closed_on <= $3)::int) AS routed, sum((closed_on IS NULL OR closed_on > $3)::int) AS open
  FROM touched GROUP BY commune_id`

/** What the activities of each item add up to, beside what is kept of it: by month and by unit, one row for each. */
export const ITEM_WORK = `WITH done AS (
    SELECT item_id, a.* FROM activity_item l JOIN activity a ON a.id = l.activity_id WHERE a.removed_at IS NULL),
  reckoned AS (SELECT item_id, key, sum(amount) AS amount FROM (
      SELECT item_id, to_char(held_on, 'YYYY-MM') AS key, 1 AS amount FROM done
      UNION ALL SELECT item_id, count_unit, count FROM done
      UNION ALL SELECT item_id, reach_unit, reach FROM done) part WHERE key IS NOT NULL GROUP BY item_id, key),
  kept AS (SELECT item_id, key, value::numeric AS amount FROM item_work, LATERAL jsonb_each_text(months || units))
  SELECT item_id || ' ' || key AS what, coalesce(kept.amount, 0) AS told, coalesce(reckoned.amount, 0) AS reckoned
  FROM kept FULL JOIN reckoned USING (item_id, key)`
