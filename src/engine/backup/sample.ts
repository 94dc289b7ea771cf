import { Readable } from 'node:stream'
import { Client, type ClientConfig } from 'pg'
import { openFileStore } from '../files/file-store.ts'

const FIRST = `
  CREATE TABLE site (home uuid PRIMARY KEY);
  INSERT INTO site SELECT gen_random_uuid();
  CREATE TABLE blob (sha256 text PRIMARY KEY);
  ALTER TABLE blob ENABLE ROW LEVEL SECURITY;
  CREATE TABLE body (id uuid PRIMARY KEY, parent uuid REFERENCES body, head uuid, name text NOT NULL);
  CREATE TABLE person (id uuid PRIMARY KEY, body uuid NOT NULL REFERENCES body, name text NOT NULL);
  ALTER TABLE body ADD FOREIGN KEY (head) REFERENCES person;
  CREATE TABLE counter (place int UNIQUE DEFERRABLE INITIALLY DEFERRED, kind serial);
  CREATE TABLE ledger_in (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
  CREATE TABLE ledger_out (id bigint PRIMARY KEY REFERENCES ledger_in)`

const SECOND = `
  CREATE TABLE activity (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    body uuid REFERENCES body,
    place text,
    words tsvector GENERATED ALWAYS AS (to_tsvector('simple', coalesce(place, ''))) STORED,
    at timestamptz, held date, span interval, amount numeric, share float8, tags text[], grid int[], raw bytea, detail jsonb, open boolean
  );
  CREATE TABLE "Sổ theo dõi; ""riêng""" ("Cột 1" text, dropped int, "Cột 2" char(5));
  ALTER TABLE "Sổ theo dõi; ""riêng""" DROP COLUMN dropped;
  CREATE TABLE nothing_in_it ();
  CREATE TABLE closed_book (line text);
  CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'sổ đã khóa'; END $$;
  CREATE TRIGGER closed BEFORE INSERT ON closed_book FOR EACH ROW EXECUTE FUNCTION refuse()`

const MIGRATIONS = [
  { name: '001-first', sql: FIRST },
  { name: '002-second', sql: SECOND },
  { name: '003-third', sql: 'CREATE TABLE later (id int)' },
]

/** Tests only: a schema with what is awkward to carry over: cycles, generated columns, identities, triggers, odd names. */
export async function migrateSample(db: ClientConfig, upTo = '002-second'): Promise<void> {
  const client = new Client(db)
  await client.connect()
  await client.query('CREATE TABLE migration (name text PRIMARY KEY, at timestamptz DEFAULT now())')
  for (const { name, sql } of MIGRATIONS.filter(migration => migration.name <= upTo)) {
    await client.query(sql)
    await client.query('INSERT INTO migration (name) VALUES ($1)', [name])
  }
  await client.end()
}

const ROWS = `
  INSERT INTO body SELECT ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, NULL, NULL, 'Ủy ban MTTQ xã số ' || n FROM generate_series(1, 50) n;
  UPDATE body b SET parent = (SELECT max(id::text)::uuid FROM body) WHERE right(id::text, 1) <> '0';
  INSERT INTO person SELECT gen_random_uuid(), id, 'Người mẫu ' || name FROM body;
  UPDATE body SET head = (SELECT id FROM person WHERE person.body = body.id);
  INSERT INTO counter (place) SELECT generate_series(1, 30);
  INSERT INTO activity (body, place, at, held, span, amount, share, tags, grid, raw, detail, open) VALUES
    (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (NULL, E'\\\\N', 'infinity', '-infinity', '-1 year 2 mons -3 days 04:05:06.789', 'NaN', 'NaN', '{}', '{{1,2},{3,NULL}}', '\\x', 'null', true),
    (NULL, E'Tab\\t gạch \\\\ chéo \\n xuống dòng \\r "nháy" 😀', '2026-11-22 03:04:05.123456+07', '0044-03-15 BC', '1 microsecond',
      12345678901234567890.000000100, 0.1::float8 + 0.2::float8, ARRAY['Tiếng Việt, có phẩy', 'a"b', 'c\\d', NULL, ''], '[2:3]={7,8}',
      '\\x00ff0a5c0d', '{"đường": "dẫn", "số": 1.10, "mảng": [1, null, "\\u20ac"]}', false),
    (NULL, 'rỗng', '1890-01-01 00:00:00.000001+00', NULL, NULL, -0.0, '-0', NULL, NULL, NULL, '{"a": 9007199254740993}', NULL);
  INSERT INTO "Sổ theo dõi; ""riêng""" VALUES ('dòng', 'ab'), (NULL, NULL);
  ALTER TABLE closed_book DISABLE TRIGGER closed;
  INSERT INTO closed_book VALUES ('dòng cuối');
  ALTER TABLE closed_book ENABLE TRIGGER closed;
  INSERT INTO nothing_in_it DEFAULT VALUES`

/** Tests only: awkward values, `count` long activities and three files. */
export async function fillSample(db: ClientConfig, filesDir: string, count: number): Promise<void> {
  const client = new Client(db)
  await client.connect()
  await client.query(ROWS.replace('+00', '+00'))
  await client.query(
    `INSERT INTO activity (body, place, at, raw)
     SELECT (SELECT id FROM body ORDER BY id OFFSET n % 50 LIMIT 1), 'Hội nghị tuyên truyền lần thứ ' || n || repeat(' tại thôn', n % 60),
       timestamptz '2026-01-01 00:00:00.000001+07' + n * interval '1.000001 s', sha256(n::text::bytea) FROM generate_series(1, $1) n`,
    [count],
  )
  for (const size of [0, 700, 300_000]) {
    const { sha256 } = await openFileStore(filesDir).put(Readable.from([Buffer.alloc(size, `tệp ${size} `)]), size)
    await client.query('INSERT INTO blob VALUES ($1)', [sha256])
  }
  await client.end()
}
