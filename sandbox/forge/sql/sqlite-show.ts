import { nameOf, significant, type SqlToken } from './tokens';

/** SHOW TABLES, SHOW COLUMNS and SHOW INDEXES as queries; null for any other statement. */
export function toSqliteShow(tokens: readonly SqlToken[]): string | null {
  const words = significant(tokens);
  const first = words[0]?.word;
  if (first === 'DESCRIBE') return showColumns(nameOf(words[1]));
  if (first !== 'SHOW') return null;
  const table = nameOf(words[3]);
  switch (words[1]?.word) {
    case 'TABLES':
      return `SELECT name AS Tables_in_app FROM sqlite_master
        WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`;
    case 'COLUMNS':
    case 'FIELDS':
      return showColumns(table);
    default:
      return `SELECT '${literal(table)}' AS "Table", NOT l."unique" AS Non_unique,
        CASE l.origin WHEN 'pk' THEN 'PRIMARY' ELSE replace(l.name, '${literal(table)}__', '') END AS Key_name,
        i.seqno + 1 AS Seq_in_index, i.name AS Column_name
        FROM pragma_index_list('${literal(table)}') l, pragma_index_info(l.name) i
        ORDER BY Key_name, Seq_in_index`;
  }
}

const showColumns = (table: string): string =>
  `SELECT name AS Field, lower(type) AS Type, CASE "notnull" WHEN 1 THEN 'NO' ELSE 'YES' END AS "Null",
    CASE WHEN pk > 0 THEN 'PRI' ELSE '' END AS "Key", dflt_value AS "Default"
    FROM pragma_table_info('${literal(table)}') ORDER BY cid`;

const literal = (name: string): string => name.replaceAll("'", "''");
