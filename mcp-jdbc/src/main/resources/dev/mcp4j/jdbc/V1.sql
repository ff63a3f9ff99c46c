-- Tasks. What the store looks for has columns; the rest is JSON in body.
-- owner and dedup are SHA-256 in hexadecimal, so that length and collation do not matter.
-- Moments are microseconds since 1970, rounded down.
CREATE TABLE IF NOT EXISTS mcp4j_task (
  id VARCHAR(200) NOT NULL PRIMARY KEY,
  owner VARCHAR(64),
  dedup VARCHAR(64),
  version BIGINT NOT NULL,
  ended BOOLEAN NOT NULL,
  attention BIGINT NOT NULL,
  expiry BIGINT NOT NULL,
  body TEXT NOT NULL
);

CREATE UNIQUE INDEX IF NOT EXISTS mcp4j_task_dedup ON mcp4j_task (dedup);

CREATE INDEX IF NOT EXISTS mcp4j_task_owner ON mcp4j_task (owner);

CREATE INDEX IF NOT EXISTS mcp4j_task_attention ON mcp4j_task (attention);

CREATE INDEX IF NOT EXISTS mcp4j_task_expiry ON mcp4j_task (expiry);
