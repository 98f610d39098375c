/// The tables of the desk's file. A migration that has been released never changes.
enum Schema {
    /// All migrations, in order.
    static let plan = MigrationPlan(migrations: [
        Migration(version: 1, name: "events, registers, search, staff, drafts", sql: first),
        Migration(version: 2, name: "papers, stand-ins, clock rules, calendar", sql: second),
    ])

    private static let first = """
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

        -- The registers: what the events of each case make of it. A case's id is the seq of its first event.
        CREATE TABLE complaint(
            id INTEGER PRIMARY KEY,
            number TEXT NOT NULL UNIQUE,
            month INTEGER NOT NULL,
            serial INTEGER NOT NULL,
            stage TEXT NOT NULL,
            channel TEXT NOT NULL,
            kind TEXT NOT NULL,
            class TEXT NOT NULL,
            received INTEGER NOT NULL,
            logged_at INTEGER NOT NULL,
            closed INTEGER,
            customer TEXT NOT NULL,
            contact TEXT NOT NULL,
            about TEXT NOT NULL,
            business TEXT NOT NULL,
            reason TEXT NOT NULL,
            first_responder TEXT NOT NULL,
            holder TEXT NOT NULL,
            awaited_receiver TEXT NOT NULL,
            awaits_signature INTEGER NOT NULL,
            is_history INTEGER NOT NULL,
            nearest_rule TEXT,
            nearest_started INTEGER,
            nearest_due INTEGER,
            source TEXT NOT NULL,
            source_number TEXT NOT NULL,
            version INTEGER NOT NULL,
            text TEXT NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX complaint_number ON complaint(month, serial);
        CREATE INDEX complaint_received ON complaint(received, id);
        CREATE INDEX complaint_stage ON complaint(stage, received, id);
        CREATE INDEX complaint_due ON complaint(nearest_due, id) WHERE nearest_due IS NOT NULL;
        CREATE INDEX complaint_to_sign ON complaint(id) WHERE awaits_signature = 1;
        CREATE INDEX complaint_awaited ON complaint(awaited_receiver, id) WHERE awaited_receiver <> '';
        CREATE INDEX complaint_holder ON complaint(holder, received, id);
        -- 00017 and 17 are one number.
        CREATE UNIQUE INDEX complaint_source ON complaint(source, \(ImportIdentity.key)) WHERE source_number <> '';

        -- Whom a case is about, so that it can be kept from them in every list.
        CREATE TABLE complaint_subject(
            case_id INTEGER NOT NULL REFERENCES complaint(id),
            staff TEXT NOT NULL,
            PRIMARY KEY(case_id, staff)
        ) STRICT, WITHOUT ROWID;

        -- Words by case. Contentless: the words are in the registers already; SearchText puts spaces between Han characters.
        CREATE VIRTUAL TABLE complaint_search USING fts5(words, content='', tokenize='unicode61 remove_diacritics 2');

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
            settings BLOB NOT NULL
        ) STRICT;

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

    private static let second = """
        -- Numbered papers of a case: chasers, delay notes, dossiers, each with its own series.
        CREATE TABLE paper(
            number TEXT PRIMARY KEY,
            series TEXT NOT NULL,
            month INTEGER NOT NULL,
            serial INTEGER NOT NULL,
            case_id INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX paper_serial ON paper(series, month, serial);
        CREATE INDEX paper_of_case ON paper(case_id);

        CREATE TABLE stand_in(
            absent TEXT NOT NULL,
            stand_in TEXT NOT NULL,
            from_day INTEGER NOT NULL,
            to_day INTEGER NOT NULL,
            PRIMARY KEY(absent, from_day)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE clock_rule(
            name TEXT NOT NULL,
            effective INTEGER NOT NULL,
            set_at INTEGER NOT NULL,
            rule BLOB NOT NULL,
            PRIMARY KEY(name, effective, set_at)
        ) STRICT, WITHOUT ROWID;
        ALTER TABLE desk ADD COLUMN calendar BLOB;

        -- What the branch manager is to decide, and the dossier's number, for the lists of head office.
        ALTER TABLE complaint ADD COLUMN waits_for TEXT NOT NULL DEFAULT '';
        ALTER TABLE complaint ADD COLUMN dossier TEXT NOT NULL DEFAULT '';
        -- Whether the branch manager is to see a hand-over or a repeat.
        ALTER TABLE complaint ADD COLUMN awaits_acknowledgement INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX complaint_unseen ON complaint(id) WHERE awaits_acknowledgement = 1;
        CREATE INDEX complaint_waits ON complaint(id) WHERE waits_for <> '';

        -- The register by name, a screenful at a time.
        CREATE INDEX complaint_customer ON complaint(customer, id) WHERE customer <> '';

        -- Corrective actions of all cases, followed on their own list.
        CREATE TABLE rectification(
            case_id INTEGER NOT NULL,
            item INTEGER NOT NULL,
            what TEXT NOT NULL,
            owner TEXT NOT NULL,
            due INTEGER NOT NULL,
            verified INTEGER NOT NULL,
            PRIMARY KEY(case_id, item)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX rectification_due ON rectification(verified, due, case_id);

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
