-- The journal and its indexes. One text for SQLite and PostgreSQL: moments are
-- BIGINT milliseconds, days TEXT (2023-11-20, '' when not stated), content and
-- everything that is sorted or walked through by key BYTEA, so that no
-- database's own sorting takes part.

-- +goose Up
CREATE TABLE entries (
    seq  BIGINT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    id   TEXT NOT NULL,
    at   BIGINT NOT NULL,
    body BYTEA NOT NULL,
    hash BYTEA NOT NULL
);
CREATE INDEX entries_by_id ON entries (id, seq);

CREATE TABLE head (
    one  BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
    body BYTEA NOT NULL
);

CREATE TABLE certificates (
    id            TEXT NOT NULL PRIMARY KEY,
    revision      BIGINT NOT NULL,
    first_entry   BIGINT NOT NULL,
    entry         BIGINT NOT NULL,
    number        TEXT NOT NULL,
    series        TEXT NOT NULL,
    seq           BIGINT NOT NULL,
    code          TEXT NOT NULL,
    authority     TEXT NOT NULL,
    decision      TEXT NOT NULL,
    decision_date TEXT NOT NULL,
    product_key   TEXT NOT NULL,
    producer_key  TEXT NOT NULL,
    stars         BIGINT NOT NULL,
    score         BIGINT NOT NULL, -- millionths of a point
    score_known   BIGINT NOT NULL,
    round_no      BIGINT NOT NULL,
    round_year    BIGINT NOT NULL,
    commune       TEXT NOT NULL,
    issued_on     TEXT NOT NULL,
    valid_from    TEXT NOT NULL,
    last_day      TEXT NOT NULL,
    row_no        TEXT NOT NULL,
    search        TEXT NOT NULL,
    marks         TEXT NOT NULL,
    replaces      TEXT NOT NULL,
    replaced_by   TEXT NOT NULL,
    sample        BIGINT NOT NULL,
    sort_issue    BYTEA NOT NULL,
    sort_number   BYTEA NOT NULL,
    sort_product  BYTEA NOT NULL,
    sort_producer BYTEA NOT NULL,
    sort_last_day BYTEA NOT NULL
);
CREATE UNIQUE INDEX certificates_by_issue ON certificates (sort_issue);
CREATE INDEX certificates_by_number ON certificates (number);
CREATE INDEX certificates_by_code ON certificates (code);
CREATE INDEX certificates_by_decision ON certificates (decision, decision_date);
CREATE INDEX certificates_by_product ON certificates (product_key, producer_key);
CREATE INDEX certificates_by_last_day ON certificates (last_day);

CREATE TABLE numbers (
    series    BYTEA NOT NULL,
    seq       BIGINT NOT NULL,
    number    TEXT NOT NULL,
    authority TEXT NOT NULL,
    id        TEXT NOT NULL,
    state     TEXT NOT NULL,
    reason    TEXT NOT NULL,
    entry     BIGINT NOT NULL,
    PRIMARY KEY (series, seq)
);
CREATE UNIQUE INDEX numbers_as_written ON numbers (authority, number);

CREATE TABLE results (
    key BYTEA NOT NULL PRIMARY KEY,
    id  TEXT NOT NULL
);

CREATE TABLE personal (
    seq    BIGINT NOT NULL PRIMARY KEY,
    salt   BYTEA,
    data   BYTEA,
    erased BIGINT NOT NULL
);

CREATE TABLE small_values (
    space TEXT NOT NULL,
    key   BYTEA NOT NULL,
    value BYTEA NOT NULL,
    PRIMARY KEY (space, key)
);

CREATE TABLE blobs (
    hash TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    size BIGINT NOT NULL,
    data BYTEA NOT NULL
);
