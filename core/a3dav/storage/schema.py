"""The tables of the core, as its line of migrations.

Rows of `changes` and `audit` hold identifiers only; names and addresses of people stand in
`profiles`, names of deleted members in `tombstones`, both erasable. Counters belong to an account:
taken under the lock of its row, their order is the order of commits.
"""

from a3dav.registries import Migrations

CORE = Migrations(
    "core",
    (
        (
            "CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
            "CREATE TABLE accounts (id BLOB PRIMARY KEY, kind TEXT NOT NULL, role TEXT NOT NULL,"
            " disabled INTEGER NOT NULL DEFAULT 0, credential_version INTEGER NOT NULL DEFAULT 0,"
            " counter INTEGER NOT NULL DEFAULT 0, quota INTEGER NOT NULL DEFAULT 0,"
            " used INTEGER NOT NULL DEFAULT 0, created INTEGER NOT NULL)",
            "CREATE TABLE profiles (account_id BLOB PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,"
            " name TEXT NOT NULL UNIQUE, display_name TEXT NOT NULL, email TEXT NOT NULL)",
            "CREATE TABLE passwords (account_id BLOB PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,"
            " hash TEXT NOT NULL, changed INTEGER NOT NULL)",
            "CREATE TABLE app_passwords (id BLOB PRIMARY KEY,"
            " account_id BLOB NOT NULL REFERENCES accounts (id) ON DELETE CASCADE, label TEXT NOT NULL,"
            " digest BLOB NOT NULL, scope TEXT NOT NULL, created INTEGER NOT NULL,"
            " expires INTEGER NOT NULL DEFAULT 0, last_used INTEGER NOT NULL DEFAULT 0)",
            "CREATE INDEX app_passwords_of_account ON app_passwords (account_id)",
            "CREATE TABLE memberships (group_id BLOB NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,"
            " member_id BLOB NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,"
            " PRIMARY KEY (group_id, member_id))",
            "CREATE INDEX groups_of_member ON memberships (member_id)",
            "CREATE TABLE resources (id BLOB PRIMARY KEY, account_id BLOB NOT NULL REFERENCES accounts (id),"
            " home_id BLOB NOT NULL, parent_id BLOB NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,"
            " collection INTEGER NOT NULL, uid TEXT, version_id BLOB, etag TEXT NOT NULL DEFAULT '',"
            " size INTEGER NOT NULL DEFAULT 0, content_type TEXT NOT NULL DEFAULT '',"
            " created INTEGER NOT NULL, modified INTEGER NOT NULL, counter INTEGER NOT NULL,"
            " content_counter INTEGER NOT NULL DEFAULT 0, default_name TEXT NOT NULL DEFAULT '')",
            "CREATE INDEX resources_by_name ON resources (parent_id, name)",
            "CREATE INDEX resources_by_id ON resources (parent_id, id)",
            "CREATE INDEX resources_by_counter ON resources (parent_id, counter)",
            "CREATE INDEX resources_of_home ON resources (home_id, counter)",
            "CREATE INDEX resources_by_uid ON resources (parent_id, uid)",
            "CREATE INDEX resources_of_account ON resources (account_id, kind)",
            "CREATE TABLE versions (id BLOB PRIMARY KEY, resource_id BLOB NOT NULL, account_id BLOB NOT NULL,"
            " origin TEXT NOT NULL, counter INTEGER NOT NULL, key_id TEXT NOT NULL, body BLOB, blob TEXT,"
            " size INTEGER NOT NULL, etag TEXT NOT NULL, created INTEGER NOT NULL)",
            "CREATE INDEX versions_of_resource ON versions (resource_id)",
            "CREATE INDEX versions_of_account ON versions (account_id)",
            "CREATE INDEX versions_with_blob ON versions (blob) WHERE blob IS NOT NULL",
            "CREATE INDEX versions_by_age ON versions (created)",
            "CREATE TABLE tombstones (collection_id BLOB NOT NULL, counter INTEGER NOT NULL,"
            " home_id BLOB NOT NULL, resource_id BLOB NOT NULL, name TEXT NOT NULL,"
            " PRIMARY KEY (collection_id, counter))",
            "CREATE INDEX tombstones_of_home ON tombstones (home_id, counter)",
            "CREATE TABLE changes (position SERIAL_KEY, TRANSACTION_ID, origin TEXT NOT NULL,"
            " account_id BLOB NOT NULL, counter INTEGER NOT NULL, parent_origin TEXT NOT NULL,"
            " parent_counter INTEGER NOT NULL, collection_id BLOB NOT NULL, resource_id BLOB NOT NULL,"
            " operation TEXT NOT NULL, digest TEXT NOT NULL, clock INTEGER NOT NULL, actor_id BLOB NOT NULL,"
            " request_id TEXT NOT NULL)",
            "CREATE UNIQUE INDEX changes_by_dot ON changes (account_id, origin, counter)",
            "CREATE TABLE properties (resource_id BLOB NOT NULL, name TEXT NOT NULL, key_id TEXT NOT NULL,"
            " value BLOB NOT NULL, PRIMARY KEY (resource_id, name))",
            "CREATE TABLE locks (token TEXT PRIMARY KEY, home_id BLOB NOT NULL, resource_id BLOB NOT NULL,"
            " account_id BLOB NOT NULL, shared INTEGER NOT NULL, deep INTEGER NOT NULL, owner BLOB NOT NULL,"
            " seconds INTEGER NOT NULL, expires INTEGER NOT NULL)",
            "CREATE INDEX locks_of_home ON locks (home_id)",
            "CREATE TABLE audit (position SERIAL_KEY, at INTEGER NOT NULL, actor_id BLOB NOT NULL,"
            " on_behalf_of BLOB NOT NULL, credential_id BLOB NOT NULL, method TEXT NOT NULL,"
            " action TEXT NOT NULL, collection_id BLOB NOT NULL, resource_id BLOB NOT NULL,"
            " outcome TEXT NOT NULL, request_id TEXT NOT NULL)",
            "CREATE INDEX audit_by_time ON audit (at)",
            "CREATE TABLE indexes (name TEXT PRIMARY KEY, version TEXT NOT NULL, stale INTEGER NOT NULL)",
            "CREATE TABLE jobs (name TEXT PRIMARY KEY, fence INTEGER NOT NULL, leased_until INTEGER NOT NULL,"
            " last_run INTEGER NOT NULL)",
        ),
        (
            "CREATE TABLE outbox (id BLOB PRIMARY KEY, kind TEXT NOT NULL, account_id BLOB NOT NULL,"
            " key_id TEXT NOT NULL, payload BLOB NOT NULL, created INTEGER NOT NULL, due INTEGER NOT NULL,"
            " attempts INTEGER NOT NULL DEFAULT 0, fence INTEGER NOT NULL DEFAULT 0,"
            " leased_until INTEGER NOT NULL DEFAULT 0, failure TEXT NOT NULL DEFAULT '',"
            " given_up INTEGER NOT NULL DEFAULT 0)",
            "CREATE INDEX outbox_by_due ON outbox (due) WHERE given_up = 0",
        ),
        (
            "ALTER TABLE audit ADD COLUMN times INTEGER NOT NULL DEFAULT 1",
            "ALTER TABLE audit ADD COLUMN os_user INTEGER",
        ),
        (
            "ALTER TABLE profiles ADD COLUMN folded_name TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE profiles ADD COLUMN folded_email TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE profiles ADD COLUMN changed INTEGER NOT NULL DEFAULT 0",
            "CREATE TABLE sync_floors (collection_id BLOB PRIMARY KEY, counter INTEGER NOT NULL)",
            "ALTER TABLE tombstones ADD COLUMN collection INTEGER NOT NULL DEFAULT 0",
            "CREATE INDEX tombstones_by_name ON tombstones (collection_id, name)",
        ),
        (
            "CREATE TABLE mounts (id BLOB PRIMARY KEY, account_id BLOB NOT NULL REFERENCES accounts (id),"
            " home_id BLOB NOT NULL, name TEXT NOT NULL, collection_id BLOB NOT NULL, created INTEGER NOT NULL,"
            " counter INTEGER NOT NULL)",
            "CREATE INDEX mounts_by_name ON mounts (home_id, name)",
            "CREATE INDEX mounts_of_collection ON mounts (collection_id)",
            "CREATE INDEX mounts_of_account ON mounts (account_id)",
        ),
        ("CREATE INDEX profiles_by_email ON profiles (lower(email))",),
        (
            "CREATE TABLE tokens (id BLOB PRIMARY KEY,"
            " account_id BLOB NOT NULL REFERENCES accounts (id) ON DELETE CASCADE, label TEXT NOT NULL,"
            " digest BLOB NOT NULL, scopes TEXT NOT NULL, created INTEGER NOT NULL,"
            " expires INTEGER NOT NULL DEFAULT 0, last_used INTEGER NOT NULL DEFAULT 0)",
            "CREATE UNIQUE INDEX tokens_by_digest ON tokens (digest)",
            "CREATE INDEX tokens_of_account ON tokens (account_id)",
        ),
        ("CREATE INDEX changes_of_account ON changes (account_id, position)",),
    ),
    frozenset(
        ("resources", "versions", "changes", "tombstones", "sync_floors", "locks", "audit", "indexes", "jobs", "outbox")
    ),
)
