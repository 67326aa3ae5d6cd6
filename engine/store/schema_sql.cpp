#include "schema_sql.hpp"

#include <string>

namespace recoup {
namespace {

// Amounts stand in columns of type ANY: an integer of minor units, or sixteen bytes for what 64
// bits do not hold. Never REAL or NUMERIC: those lose pence above 2^53.
//
// Found words and records of a rejection are BLOBs, because a record may be refused for the very
// NUL byte at which SQLite would cut a text.
//
// The entries stand in the order in which they are read, by account and document, and have no other
// index: three of them cost more than everything else of an import.
constexpr const char* schema_1 = R"sql(
CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
  size INTEGER NOT NULL,
  format TEXT NOT NULL,
  version TEXT NOT NULL,
  entries INTEGER NOT NULL,
  balances INTEGER NOT NULL,
  facts INTEGER NOT NULL,
  seizures INTEGER NOT NULL,
  rejections INTEGER NOT NULL
) STRICT;
CREATE TABLE document_chunk (
  document_id INTEGER NOT NULL REFERENCES document (id),
  position INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (document_id, position)
) STRICT;
CREATE TABLE document_name (
  document_id INTEGER NOT NULL REFERENCES document (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (document_id, position),
  UNIQUE (document_id, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE document_note (
  document_id INTEGER NOT NULL REFERENCES document (id),
  position INTEGER NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (document_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE case_document (
  case_id TEXT NOT NULL,
  document_id INTEGER NOT NULL REFERENCES document (id),
  PRIMARY KEY (case_id, document_id),
  UNIQUE (document_id, case_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE rejection (
  document_id INTEGER NOT NULL REFERENCES document (id),
  position INTEGER NOT NULL,
  code INTEGER NOT NULL,
  found BLOB NOT NULL,
  expected BLOB NOT NULL,
  place_document TEXT NOT NULL,
  place_line INTEGER NOT NULL,
  place_field TEXT NOT NULL,
  record BLOB NOT NULL,
  PRIMARY KEY (document_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE currency (
  code TEXT PRIMARY KEY,
  decimals INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE statement_part (
  account_id INTEGER NOT NULL REFERENCES account (id),
  document_id INTEGER NOT NULL REFERENCES document (id),
  entries INTEGER NOT NULL,
  balances INTEGER NOT NULL,
  PRIMARY KEY (account_id, document_id),
  UNIQUE (document_id, account_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE statement_entry (
  account_id INTEGER NOT NULL,
  document_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  line INTEGER NOT NULL,
  booked_micros INTEGER NOT NULL,
  booked_has_time INTEGER NOT NULL,
  booked_offset_minutes INTEGER,
  currency TEXT NOT NULL,
  amount ANY NOT NULL,
  balance_currency TEXT,
  balance ANY,
  counterparty_account TEXT NOT NULL,
  counterparty_name TEXT NOT NULL,
  description TEXT NOT NULL,
  reference TEXT NOT NULL,
  PRIMARY KEY (account_id, document_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE statement_balance (
  account_id INTEGER NOT NULL,
  document_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  line INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  day INTEGER NOT NULL,
  currency TEXT NOT NULL,
  amount ANY NOT NULL,
  PRIMARY KEY (account_id, document_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_fact (
  document_id INTEGER NOT NULL REFERENCES document (id),
  sequence INTEGER NOT NULL,
  case_id TEXT NOT NULL,
  section TEXT NOT NULL,
  key TEXT NOT NULL,
  position INTEGER NOT NULL,
  field TEXT NOT NULL,
  kind INTEGER NOT NULL,
  value TEXT NOT NULL,
  line INTEGER NOT NULL,
  PRIMARY KEY (document_id, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_fact_by_key ON case_fact (case_id, section, key);

CREATE TABLE seizure (
  document_id INTEGER NOT NULL REFERENCES document (id),
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  operation TEXT NOT NULL,
  case_id TEXT NOT NULL,
  kind INTEGER NOT NULL,
  seized_micros INTEGER NOT NULL,
  seized_has_time INTEGER NOT NULL,
  seized_offset_minutes INTEGER,
  place TEXT NOT NULL,
  from_whom TEXT NOT NULL,
  currency TEXT,
  amount ANY,
  quantity TEXT NOT NULL,
  drug TEXT,
  drug_milligrams ANY,
  drug_purity TEXT,
  drug_price_currency TEXT,
  drug_price ANY,
  drug_price_source TEXT,
  exhibit TEXT NOT NULL,
  seal TEXT NOT NULL,
  power TEXT NOT NULL,
  status TEXT NOT NULL,
  line INTEGER NOT NULL,
  PRIMARY KEY (document_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE seizure_note (
  document_id INTEGER NOT NULL,
  seizure_position INTEGER NOT NULL,
  position INTEGER NOT NULL,
  currency TEXT NOT NULL,
  denomination ANY NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (document_id, seizure_position, position),
  FOREIGN KEY (document_id, seizure_position) REFERENCES seizure (document_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE seizure_order (
  document_id INTEGER NOT NULL,
  seizure_position INTEGER NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  made_micros INTEGER NOT NULL,
  made_has_time INTEGER NOT NULL,
  made_offset_minutes INTEGER,
  until_day INTEGER,
  PRIMARY KEY (document_id, seizure_position, position),
  FOREIGN KEY (document_id, seizure_position) REFERENCES seizure (document_id, position)
) STRICT, WITHOUT ROWID;
)sql";

// The triggers keep an honest program from a mistake. Against anyone else there is the chain.
constexpr const char* schema_1_audit = R"sql(
CREATE TABLE audit_entry (
  sequence INTEGER PRIMARY KEY,
  when_micros INTEGER NOT NULL,
  who TEXT NOT NULL,
  category INTEGER NOT NULL,
  action TEXT NOT NULL,
  count INTEGER NOT NULL,
  content BLOB,
  reason TEXT NOT NULL,
  recipient TEXT NOT NULL,
  tool_version TEXT NOT NULL,
  previous BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;
CREATE TABLE audit_object (
  entry INTEGER NOT NULL REFERENCES audit_entry (sequence),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE audit_head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  entries INTEGER NOT NULL,
  hash BLOB NOT NULL
) STRICT;
INSERT INTO audit_head VALUES (1, 0, zeroblob(32));

CREATE TRIGGER audit_entry_insert BEFORE INSERT ON audit_entry
  WHEN NEW.sequence <> (SELECT entries + 1 FROM audit_head)
  BEGIN SELECT RAISE(ABORT, 'the audit log only grows at its end'); END;
CREATE TRIGGER audit_entry_update BEFORE UPDATE ON audit_entry
  BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;
CREATE TRIGGER audit_entry_delete BEFORE DELETE ON audit_entry
  BEGIN SELECT RAISE(ABORT, 'the audit log is never cut'); END;
CREATE TRIGGER audit_object_insert BEFORE INSERT ON audit_object
  WHEN NEW.entry <> (SELECT entries + 1 FROM audit_head)
  BEGIN SELECT RAISE(ABORT, 'the audit log only grows at its end'); END;
CREATE TRIGGER audit_object_update BEFORE UPDATE ON audit_object
  BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;
CREATE TRIGGER audit_object_delete BEFORE DELETE ON audit_object
  BEGIN SELECT RAISE(ABORT, 'the audit log is never cut'); END;
CREATE TRIGGER audit_head_insert BEFORE INSERT ON audit_head
  BEGIN SELECT RAISE(ABORT, 'the audit log has one head'); END;
CREATE TRIGGER audit_head_update BEFORE UPDATE ON audit_head
  WHEN NEW.id <> OLD.id OR NEW.entries <> OLD.entries + 1
  BEGIN SELECT RAISE(ABORT, 'the audit log grows by one entry at a time'); END;
CREATE TRIGGER audit_head_delete BEFORE DELETE ON audit_head
  BEGIN SELECT RAISE(ABORT, 'the audit log is never cut'); END;

CREATE TRIGGER document_update BEFORE UPDATE ON document
  BEGIN SELECT RAISE(ABORT, 'a document is never changed'); END;
CREATE TRIGGER document_delete BEFORE DELETE ON document
  BEGIN SELECT RAISE(ABORT, 'a document is never deleted'); END;
CREATE TRIGGER document_chunk_update BEFORE UPDATE ON document_chunk
  BEGIN SELECT RAISE(ABORT, 'a document is never changed'); END;
CREATE TRIGGER document_chunk_delete BEFORE DELETE ON document_chunk
  BEGIN SELECT RAISE(ABORT, 'a document is never changed'); END;
CREATE TRIGGER statement_entry_update BEFORE UPDATE ON statement_entry
  BEGIN SELECT RAISE(ABORT, 'a record is never changed'); END;
CREATE TRIGGER statement_entry_delete BEFORE DELETE ON statement_entry
  BEGIN SELECT RAISE(ABORT, 'a record is never deleted'); END;
)sql";

// A document that no importer could read is kept as well: it has no place in the order of import
// until its bytes can be read, and then becomes one that was imported. `encoding` says which form
// the digest in the audit log was made of.
constexpr const char* schema_2 = R"sql(
DROP TRIGGER document_update;
ALTER TABLE document ADD COLUMN statements INTEGER NOT NULL DEFAULT 0;
ALTER TABLE document ADD COLUMN series INTEGER NOT NULL DEFAULT 0;
ALTER TABLE document ADD COLUMN held_back INTEGER NOT NULL DEFAULT 0;
ALTER TABLE document ADD COLUMN profile TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN encoding INTEGER NOT NULL DEFAULT 1;
ALTER TABLE document ADD COLUMN import_order INTEGER;
UPDATE document SET import_order = id;
CREATE TRIGGER document_update BEFORE UPDATE ON document
  WHEN OLD.import_order IS NOT NULL OR NEW.import_order IS NULL OR NEW.id <> OLD.id
    OR NEW.digest <> OLD.digest OR NEW.size <> OLD.size
  BEGIN SELECT RAISE(ABORT, 'a document is never changed'); END;
CREATE TABLE document_refusal (
  document_id INTEGER PRIMARY KEY REFERENCES document (id),
  code INTEGER NOT NULL,
  found BLOB NOT NULL,
  expected BLOB NOT NULL,
  place_document TEXT NOT NULL,
  place_line INTEGER NOT NULL,
  place_field TEXT NOT NULL
) STRICT;

ALTER TABLE statement_part ADD COLUMN statements INTEGER NOT NULL DEFAULT 0;
ALTER TABLE statement_entry ADD COLUMN statement INTEGER NOT NULL DEFAULT 0;
ALTER TABLE statement_entry ADD COLUMN value_day INTEGER;
ALTER TABLE statement_entry ADD COLUMN details BLOB NOT NULL DEFAULT x'';
ALTER TABLE statement_balance ADD COLUMN statement INTEGER NOT NULL DEFAULT 0;
CREATE TABLE statement (
  document_id INTEGER NOT NULL REFERENCES document (id),
  account TEXT NOT NULL,
  position INTEGER NOT NULL,
  currency TEXT,
  number TEXT NOT NULL,
  from_day INTEGER,
  until_day INTEGER,
  opening_currency TEXT,
  opening ANY,
  opening_day INTEGER,
  opening_is_intermediate INTEGER NOT NULL,
  closing_currency TEXT,
  closing ANY,
  closing_day INTEGER,
  closing_is_intermediate INTEGER NOT NULL,
  first_page INTEGER,
  last_page INTEGER,
  pages INTEGER,
  line INTEGER NOT NULL,
  PRIMARY KEY (document_id, account, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE control_total (
  document_id INTEGER NOT NULL REFERENCES document (id),
  statement INTEGER NOT NULL,
  position INTEGER NOT NULL,
  what TEXT NOT NULL,
  stated TEXT NOT NULL,
  computed TEXT NOT NULL,
  holds INTEGER NOT NULL,
  line INTEGER NOT NULL,
  PRIMARY KEY (document_id, statement, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE held_back (
  document_id INTEGER NOT NULL REFERENCES document (id),
  position INTEGER NOT NULL,
  why TEXT NOT NULL,
  line INTEGER NOT NULL,
  record BLOB NOT NULL,
  PRIMARY KEY (document_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE series_point (
  document_id INTEGER NOT NULL REFERENCES document (id),
  position INTEGER NOT NULL,
  series TEXT NOT NULL,
  day INTEGER NOT NULL,
  value TEXT NOT NULL,
  line INTEGER NOT NULL,
  PRIMARY KEY (document_id, position)
) STRICT, WITHOUT ROWID;
)sql";

// The entries of a document stand as columns in chunks, by account within runs of the document's
// order: a fraction of the time of rows, and less space. `number` is the account's number in them.
constexpr const char* schema_3 = R"sql(
CREATE TABLE entry_chunk (
  document_id INTEGER NOT NULL REFERENCES document (id),
  position INTEGER NOT NULL,
  run INTEGER NOT NULL,
  first_number INTEGER NOT NULL,
  last_number INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (document_id, position)
) STRICT;
CREATE TRIGGER entry_chunk_update BEFORE UPDATE ON entry_chunk
  BEGIN SELECT RAISE(ABORT, 'a record is never changed'); END;
CREATE TRIGGER entry_chunk_delete BEFORE DELETE ON entry_chunk
  BEGIN SELECT RAISE(ABORT, 'a record is never deleted'); END;
ALTER TABLE statement_part ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
)sql";

}  // namespace

const char* first_schema_sql() {
  static const std::string sql = std::string(schema_1) + schema_1_audit;
  return sql.c_str();
}

const char* second_schema_sql() { return schema_2; }

const char* third_schema_sql() { return schema_3; }

}  // namespace recoup
