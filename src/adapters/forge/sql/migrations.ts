/**
 * The schema, as steps that are never changed once released. MySQL's dialect and SQLite's alike:
 * times are epoch milliseconds, flags 0 or 1, documents JSON text; no foreign keys, no
 * auto-increment, no JSON or date functions. Keys avoid text whose case matters, since collations
 * differ: such text is hashed. A table is created with its indexes: the platform takes 25 definitions
 * a minute, and an installation is to have its schema at once.
 */
export const MIGRATIONS: readonly (readonly [name: string, ddl: string])[] = [
  [
    'v001_create_desk',
    `CREATE TABLE IF NOT EXISTS desk (
      desk_id VARCHAR(64) NOT NULL,
      version INT NOT NULL,
      document MEDIUMTEXT NOT NULL,
      PRIMARY KEY (desk_id)
    )`,
  ],
  [
    'v002_create_ticket',
    `CREATE TABLE IF NOT EXISTS ticket (
      ticket_id VARCHAR(64) NOT NULL,
      desk_id VARCHAR(64) NOT NULL,
      version INT NOT NULL,
      needs_snapshot TINYINT NOT NULL,
      is_unsettled TINYINT NOT NULL,
      is_untagged TINYINT NOT NULL,
      is_open TINYINT NOT NULL,
      reopen_moves INT NOT NULL,
      opened_at BIGINT NOT NULL,
      opened_day VARCHAR(10) NOT NULL,
      last_resolved_at BIGINT,
      native_resolved_at BIGINT,
      history_up_to BIGINT,
      deleted_at BIGINT,
      contact_key VARCHAR(64),
      request_type VARCHAR(255),
      priority VARCHAR(255),
      subject TEXT NOT NULL,
      document MEDIUMTEXT NOT NULL,
      PRIMARY KEY (ticket_id),
      KEY ticket_by_contact (contact_key, opened_at),
      KEY ticket_by_day (desk_id, opened_day),
      KEY ticket_unsettled (desk_id, is_unsettled),
      KEY ticket_snapshot (desk_id, needs_snapshot),
      KEY ticket_open (desk_id, is_open, opened_at),
      KEY ticket_untagged (desk_id, is_untagged),
      KEY ticket_by_request_type (desk_id, request_type)
    )`,
  ],
  [
    'v008_create_episode',
    `CREATE TABLE IF NOT EXISTS episode (
      ticket_id VARCHAR(64) NOT NULL,
      ordinal INT NOT NULL,
      desk_id VARCHAR(64) NOT NULL,
      day VARCHAR(10) NOT NULL,
      outcome VARCHAR(32) NOT NULL,
      rule_name VARCHAR(32) NOT NULL,
      reason VARCHAR(255),
      evidence VARCHAR(32),
      first_contact TINYINT NOT NULL,
      opened_at BIGINT NOT NULL,
      resolved_at BIGINT,
      decided_at BIGINT,
      matures_at BIGINT,
      ai_agent_id VARCHAR(128),
      confidence DOUBLE,
      touched_by_unknown TINYINT NOT NULL,
      has_repeat_contact TINYINT,
      rating DOUBLE,
      episode_ms BIGINT,
      active_ms BIGINT,
      business_ms BIGINT,
      machine_ms BIGINT,
      request_type VARCHAR(255),
      priority VARCHAR(255),
      definition_version INT NOT NULL,
      PRIMARY KEY (ticket_id, ordinal),
      KEY episode_by_day (desk_id, day),
      KEY episode_maturing (desk_id, matures_at),
      KEY episode_by_outcome (desk_id, outcome, matures_at),
      KEY episode_open (desk_id, resolved_at),
      KEY episode_by_outcome_day (desk_id, outcome, day)
    )`,
  ],
  [
    'v012_create_daily_rollup',
    `CREATE TABLE IF NOT EXISTS daily_rollup (
      desk_id VARCHAR(64) NOT NULL,
      dimension VARCHAR(16) NOT NULL,
      day VARCHAR(10) NOT NULL,
      segment_hash VARCHAR(64) NOT NULL,
      segment VARCHAR(255) NOT NULL,
      definition_version INT NOT NULL,
      computed_at BIGINT NOT NULL,
      summary TEXT NOT NULL,
      tally MEDIUMTEXT NOT NULL,
      PRIMARY KEY (desk_id, dimension, day, segment_hash)
    )`,
  ],
  [
    'v013_create_marked_day',
    `CREATE TABLE IF NOT EXISTS marked_day (
      desk_id VARCHAR(64) NOT NULL,
      day VARCHAR(10) NOT NULL,
      mark VARCHAR(64) NOT NULL,
      PRIMARY KEY (desk_id, day)
    )`,
  ],
  [
    'v014_create_audit_entry',
    `CREATE TABLE IF NOT EXISTS audit_entry (
      subject VARCHAR(64) NOT NULL,
      seq INT NOT NULL,
      recorded_at BIGINT NOT NULL,
      action VARCHAR(64) NOT NULL,
      detail TEXT NOT NULL,
      previous_hash VARCHAR(64) NOT NULL,
      hash VARCHAR(64) NOT NULL,
      PRIMARY KEY (subject, seq)
    )`,
  ],
  [
    'v016_create_settings_version',
    `CREATE TABLE IF NOT EXISTS settings_version (
      desk_id VARCHAR(64) NOT NULL,
      version INT NOT NULL,
      document MEDIUMTEXT NOT NULL,
      PRIMARY KEY (desk_id, version)
    )`,
  ],
  [
    'v017_create_definition_preview',
    `CREATE TABLE IF NOT EXISTS definition_preview (
      desk_id VARCHAR(64) NOT NULL,
      preview_id VARCHAR(64) NOT NULL,
      version INT NOT NULL,
      document MEDIUMTEXT NOT NULL,
      PRIMARY KEY (desk_id)
    )`,
  ],
  [
    'v025_episode_doubtful_actors',
    `ALTER TABLE episode ADD COLUMN doubtful_actors VARCHAR(512) NOT NULL DEFAULT ''`,
  ],
  [
    'v026_episode_by_doubt',
    'CREATE INDEX episode_by_doubt ON episode (doubtful_actors, opened_at)',
  ],
  [
    'v027_create_usage_day',
    `CREATE TABLE IF NOT EXISTS usage_day (
      day VARCHAR(10) NOT NULL,
      work VARCHAR(32) NOT NULL,
      runs INT NOT NULL,
      failures INT NOT NULL,
      rest_requests BIGINT NOT NULL,
      rest_points BIGINT NOT NULL,
      sql_statements BIGINT NOT NULL,
      duration_ms BIGINT NOT NULL,
      PRIMARY KEY (day, work)
    )`,
  ],
  [
    'v030_create_agent_run',
    `CREATE TABLE IF NOT EXISTS agent_run (
      run_id VARCHAR(32) NOT NULL,
      agent_id VARCHAR(128) NOT NULL,
      ticket_id VARCHAR(64),
      desk_id VARCHAR(64),
      ticket_address VARCHAR(128),
      received_at BIGINT NOT NULL,
      ended_at BIGINT NOT NULL,
      has_asked TINYINT NOT NULL,
      document MEDIUMTEXT NOT NULL,
      former_tickets TEXT NOT NULL,
      revision INT NOT NULL,
      PRIMARY KEY (run_id),
      KEY agent_run_by_ticket (ticket_id, ended_at),
      KEY agent_run_by_address (ticket_address, ticket_id)
    )`,
  ],
  [
    'v031_create_agent_span',
    `CREATE TABLE IF NOT EXISTS agent_span (
      run_id VARCHAR(32) NOT NULL,
      span_key VARCHAR(32) NOT NULL,
      telling VARCHAR(16) NOT NULL,
      document MEDIUMTEXT NOT NULL,
      PRIMARY KEY (run_id, span_key, telling)
    )`,
  ],
  ['v032_ticket_key', 'ALTER TABLE ticket ADD COLUMN ticket_key VARCHAR(128)'],
  ['v033_ticket_by_key', 'CREATE INDEX ticket_by_key ON ticket (ticket_key)'],
  [
    'v040_create_hand_off',
    `CREATE TABLE IF NOT EXISTS hand_off (
      hand_off_id VARCHAR(32) NOT NULL,
      ticket_id VARCHAR(64) NOT NULL,
      desk_id VARCHAR(64) NOT NULL,
      decided_at BIGINT NOT NULL,
      is_finished TINYINT NOT NULL,
      leased_until BIGINT,
      version INT NOT NULL,
      document MEDIUMTEXT NOT NULL,
      PRIMARY KEY (hand_off_id),
      KEY hand_off_by_ticket (ticket_id),
      KEY hand_off_unfinished (is_finished, desk_id, decided_at)
    )`,
  ],
  [
    'v045_create_policy_version',
    `CREATE TABLE IF NOT EXISTS policy_version (
      desk_id VARCHAR(64) NOT NULL,
      version INT NOT NULL,
      document MEDIUMTEXT NOT NULL,
      PRIMARY KEY (desk_id, version)
    )`,
  ],
  [
    'v050_create_feedback_export',
    `CREATE TABLE IF NOT EXISTS feedback_export (
      export_no INT NOT NULL,
      export_id VARCHAR(64) NOT NULL,
      version INT NOT NULL,
      started_at BIGINT NOT NULL,
      document MEDIUMTEXT NOT NULL,
      rest MEDIUMTEXT NOT NULL,
      PRIMARY KEY (export_no),
      KEY feedback_export_by_id (export_id)
    )`,
  ],
  [
    'v051_create_feedback_part',
    `CREATE TABLE IF NOT EXISTS feedback_part (
      export_id VARCHAR(64) NOT NULL,
      part_id VARCHAR(64) NOT NULL,
      content MEDIUMTEXT NOT NULL,
      PRIMARY KEY (export_id, part_id)
    )`,
  ],
  [
    'v052_create_feedback_told',
    `CREATE TABLE IF NOT EXISTS feedback_told (
      run_id VARCHAR(64) NOT NULL,
      export_id VARCHAR(64) NOT NULL,
      fingerprint VARCHAR(16) NOT NULL,
      PRIMARY KEY (run_id)
    )`,
  ],
];
