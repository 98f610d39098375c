/// The tables of the desk's file.
///
/// What cannot be made anew stands in migrations, which never change once released. The tables that are kept from the events have no
/// migrations of their own: one that changes them says so, and they are made anew as this program wants them, filled in old desks too.
enum Schema {
    /// All migrations, in order.
    static let plan = MigrationPlan(migrations: [
        Migration(version: 1, name: "events, passcodes, drafts", sql: lasting, isRebuilding: true)
    ])

    /// The tables that no rebuilding makes or drops.
    static let lastingTables = ["event", "passcode", "draft"]

    private static let lasting = """
        -- What happened: appended, never changed. salt and content are NULL once erased; digest and link stay.
        CREATE TABLE event(
            seq INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            case_id INTEGER NOT NULL,
            by TEXT NOT NULL,
            on_behalf_of TEXT NOT NULL,
            kind TEXT NOT NULL,
            digest BLOB NOT NULL,
            link BLOB NOT NULL,
            salt BLOB,
            content BLOB
        ) STRICT;
        CREATE INDEX event_of_case ON event(case_id, seq);

        -- Not made of events: secrets, which are replaced and not remembered, and what was typed and not yet sent.
        CREATE TABLE passcode(
            staff TEXT NOT NULL,
            purpose TEXT NOT NULL,
            salt BLOB NOT NULL,
            ops_limit INTEGER NOT NULL,
            mem_limit INTEGER NOT NULL,
            nonce BLOB NOT NULL,
            box BLOB NOT NULL,
            failures INTEGER NOT NULL DEFAULT 0,
            last_failure INTEGER,
            PRIMARY KEY(staff, purpose)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE draft(
            staff TEXT NOT NULL,
            form TEXT NOT NULL,
            saved_at INTEGER NOT NULL,
            content BLOB NOT NULL,
            PRIMARY KEY(staff, form)
        ) STRICT, WITHOUT ROWID;
        """

    /// The tables that are kept from the events.
    static var kept: String { CaseTables.all.map(\.sql).joined() + LikenessTable.sql + CaseTables.search + deskTables }

    /// Staff, settings, rules and the comment book.
    static let deskTables = """
        CREATE TABLE staff(
            number TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            role TEXT NOT NULL,
            public_key TEXT NOT NULL,
            retired INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE desk(
            id INTEGER PRIMARY KEY CHECK (id = 1),
            desk_id TEXT NOT NULL,
            settings BLOB NOT NULL,
            calendar BLOB
        ) STRICT;

        CREATE TABLE stand_in(
            absent TEXT NOT NULL,
            stand_in TEXT NOT NULL,
            from_day INTEGER NOT NULL,
            to_day INTEGER NOT NULL,
            ended INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY(absent, from_day)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE clock_rule(
            name TEXT NOT NULL,
            effective INTEGER NOT NULL,
            set_at INTEGER NOT NULL,
            rule BLOB NOT NULL,
            PRIMARY KEY(name, effective, set_at)
        ) STRICT, WITHOUT ROWID;

        -- What holds from a day on, in the order in which it was set: opening hours of weekdays, tiers of roles.
        CREATE TABLE dated_rule(
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            effective INTEGER NOT NULL,
            rule BLOB NOT NULL
        ) STRICT;

        -- Days that stand otherwise than calendar, hours and reviews make them: openings, and the comment book.
        CREATE TABLE correction(
            kind TEXT NOT NULL,
            day INTEGER NOT NULL,
            correction BLOB NOT NULL,
            PRIMARY KEY(kind, day)
        ) STRICT, WITHOUT ROWID;

        -- By which moments events are judged anew, since their clock was declared wrong.
        CREATE TABLE judged(
            seq INTEGER PRIMARY KEY,
            at INTEGER NOT NULL
        ) STRICT;

        -- How staff were known from which day on, in the order in which it was changed.
        CREATE TABLE staff_change(
            id INTEGER PRIMARY KEY,
            number TEXT NOT NULL,
            change BLOB NOT NULL
        ) STRICT;

        -- The daily reviews of the comment book; entries are the numbers of cases, one a line.
        CREATE TABLE book_day(
            day INTEGER PRIMARY KEY,
            opened_at INTEGER NOT NULL,
            by TEXT NOT NULL,
            reason TEXT NOT NULL,
            entries TEXT NOT NULL,
            closed_at INTEGER
        ) STRICT;

        -- Business types and reasons, where the branch has changed those that a desk starts with.
        CREATE TABLE code(
            axis TEXT NOT NULL,
            key TEXT NOT NULL,
            place INTEGER NOT NULL,
            en TEXT NOT NULL,
            zh TEXT NOT NULL,
            pinyin TEXT NOT NULL,
            offered INTEGER NOT NULL,
            PRIMARY KEY(axis, key)
        ) STRICT, WITHOUT ROWID;
        """
}
