/// The tables of the desk's file.
///
/// What cannot be made anew stands in migrations, which never change once released. The tables that are kept from the events have no
/// migrations of their own: one that changes them says so, and they are made anew as this program wants them, filled in old desks too.
enum Schema {
    /// All migrations, in order.
    static let plan = MigrationPlan(migrations: [
        Migration(version: 1, name: "events, passcodes, drafts", sql: lasting + lastingIndexes, isRebuilding: true)
    ])

    /// The tables that no rebuilding makes or drops.
    static let lastingTables = ["event", "signature", "passcode", "attempt", "draft", "preference", "look"]

    /// Their indexes, made anew where somebody dropped one.
    static let lastingIndexes = """
        CREATE INDEX event_of_case ON event(case_id, seq);
        CREATE INDEX draft_of_staff ON draft(staff, saved_at);

        """

    /// The statements that make them.
    static let lasting = """
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

        -- One row a transaction: the doer of its last event signs for the events from the first to the last (TransactionSignature).
        CREATE TABLE signature(
            last INTEGER PRIMARY KEY,
            first INTEGER NOT NULL,
            law INTEGER NOT NULL,
            signature BLOB NOT NULL
        ) STRICT;

        -- Not made of events: keys under their passcodes, which are replaced and not remembered, wrong attempts, and what was typed and not yet
        -- sent. The proof is a signature by the locked key over its own row.
        CREATE TABLE passcode(
            staff TEXT PRIMARY KEY,
            salt BLOB NOT NULL,
            ops_limit INTEGER NOT NULL,
            mem_limit INTEGER NOT NULL,
            nonce BLOB NOT NULL,
            box BLOB NOT NULL,
            proof BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE attempt(
            door TEXT PRIMARY KEY,
            failures INTEGER NOT NULL,
            boot TEXT NOT NULL,
            at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE draft(
            id INTEGER PRIMARY KEY,
            form TEXT NOT NULL,
            staff TEXT NOT NULL,
            writer TEXT NOT NULL,
            about TEXT NOT NULL,
            saved_at INTEGER NOT NULL,
            kept_at INTEGER NOT NULL,
            content BLOB NOT NULL
        ) STRICT;
        -- How each likes the screen.
        CREATE TABLE preference(
            staff TEXT NOT NULL,
            name TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY(staff, name)
        ) STRICT, WITHOUT ROWID;
        -- When the desk was looked through last and what was found; with which signature the next stretch begins, of a walk begun when; and when
        -- the last walk began that saw all whole.
        CREATE TABLE look(
            id INTEGER PRIMARY KEY CHECK (id = 1),
            at INTEGER NOT NULL,
            next INTEGER NOT NULL,
            begun INTEGER NOT NULL,
            whole INTEGER,
            fault TEXT
        ) STRICT;

        """

    /// The tables that are kept from the events.
    static var kept: String { CaseTables.all.map(\.sql).joined() + LikenessTable.sql + CaseTables.search + deskTables }

    private static let remains = """
        -- What stays of events whose contents were erased.
        CREATE TABLE remains(
            seq INTEGER PRIMARY KEY,
            content TEXT NOT NULL
        ) STRICT;

        """

    /// Staff, settings, rules, the comment book, numbers that were lost, and what stays of what was erased.
    static let deskTables =
        LostSerials.sql + remains + """
            CREATE TABLE staff(
                number TEXT PRIMARY KEY,
                name TEXT NOT NULL,
                role TEXT NOT NULL,
                public_key TEXT NOT NULL,
                retired INTEGER NOT NULL,
                passcode_given_by TEXT
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE desk(
                id INTEGER PRIMARY KEY CHECK (id = 1),
                desk_id TEXT NOT NULL,
                settings BLOB NOT NULL,
                calendar BLOB,
                recovery_key TEXT NOT NULL
            ) STRICT;

            CREATE TABLE stand_in(
                absent TEXT NOT NULL,
                stand_in TEXT NOT NULL,
                from_day INTEGER NOT NULL,
                to_day INTEGER NOT NULL,
                named_by TEXT NOT NULL,
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

            -- What holds from a day on, in the order in which it was set: opening hours of weekdays, tiers of roles, sizes; and, from whatever
            -- day, how long cases were kept before, and the stretches of events whose clock was declared wrong.
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

            -- By which moments events are judged anew, since their clock was declared wrong; the floor is the latest moment on the desk
            -- before the stretch under that clock, and the mark by how many milliseconds the clock stood ahead of the latest moment then, or,
            -- below 0, behind it: 0 where nothing is remarkable.
            CREATE TABLE judged(
                seq INTEGER PRIMARY KEY,
                at INTEGER NOT NULL,
                floor INTEGER NOT NULL,
                mark INTEGER NOT NULL
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
                parent TEXT,
                official TEXT NOT NULL,
                PRIMARY KEY(axis, key)
            ) STRICT, WITHOUT ROWID;

            -- Model answers, where the branch has changed those that come with the program.
            CREATE TABLE script(
                language TEXT NOT NULL,
                key TEXT NOT NULL,
                place INTEGER NOT NULL,
                title TEXT NOT NULL,
                text TEXT NOT NULL,
                business TEXT NOT NULL,
                reason TEXT NOT NULL,
                offered INTEGER NOT NULL,
                PRIMARY KEY(language, key)
            ) STRICT, WITHOUT ROWID;
            """
}
