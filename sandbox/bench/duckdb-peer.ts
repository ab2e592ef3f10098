import { DuckDBInstance } from '@duckdb/node-api';

/** The peer's answers, printed as one JSON line, with its peak resident memory in MB. */
const QUERY = `
  WITH log AS (
    SELECT row_number() OVER () AS row, number, incident_state, assignment_group, opened_at, resolved_at
    FROM read_csv($file, all_varchar = true, header = true)
  ), steps AS (
    SELECT *, lag(incident_state) OVER ticket AS state_before, lag(assignment_group) OVER ticket AS group_before,
      lead(row) OVER ticket IS NULL AS is_last
    FROM log WINDOW ticket AS (PARTITION BY number ORDER BY row)
  ), durations AS (
    SELECT epoch(strptime(resolved_at, '%-d/%-m/%Y %H:%M')) - epoch(strptime(opened_at, '%-d/%-m/%Y %H:%M')) AS seconds
    FROM steps WHERE is_last AND resolved_at <> '?'
  )
  SELECT
    (SELECT count(*) FROM steps WHERE state_before IN ('Resolved', 'Closed') AND incident_state NOT IN ('Resolved', 'Closed'))::INT AS reopens,
    (SELECT count(*) FROM steps WHERE group_before <> '?' AND assignment_group <> '?' AND group_before <> assignment_group)::INT AS hops,
    (SELECT avg(seconds) / 3600 FROM durations) AS mean_hours,
    (SELECT median(seconds) / 3600 FROM durations) AS median_hours`;

async function main(): Promise<void> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const reader = await connection.runAndReadAll(QUERY, { file: process.argv[2] ?? '' });
  process.stdout.write(`${JSON.stringify(reader.getRowObjectsJson()[0])}\n`);
}

void main();
