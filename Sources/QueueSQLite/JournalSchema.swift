internal import GRDB

/// The tables of the journal, and how older files become the present form.
enum JournalSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: articles, bodies, ledger") { db in
            // Bodies stand apart, so that a step which leaves the body alone does not touch its pages, and so that
            // start-up reads only the small rows. Texts from outside are blobs: GRDB would cut them at a NUL.
            try db.execute(
                sql: """
                    CREATE TABLE articles (
                        sequence INTEGER PRIMARY KEY,
                        id BLOB NOT NULL UNIQUE,
                        key BLOB,
                        priority INTEGER NOT NULL,
                        state INTEGER NOT NULL,
                        stage INTEGER NOT NULL,
                        attempts INTEGER NOT NULL,
                        size INTEGER NOT NULL,
                        accepted_at INTEGER NOT NULL,
                        ending INTEGER,
                        ended_at INTEGER,
                        code BLOB,
                        reason BLOB,
                        worker TEXT
                    ) STRICT;
                    CREATE INDEX pending ON articles (sequence) WHERE state = 0;
                    CREATE INDEX endings ON articles (state, ending) WHERE ending IS NOT NULL;
                    CREATE TABLE bodies (sequence INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT;
                    CREATE TABLE ledger (
                        generation INTEGER NOT NULL,
                        accepted INTEGER NOT NULL,
                        done INTEGER NOT NULL,
                        dead INTEGER NOT NULL,
                        dropped INTEGER NOT NULL,
                        endings INTEGER NOT NULL
                    ) STRICT;
                    INSERT INTO ledger VALUES (0, 0, 0, 0, 0, 0);
                    """
            )
        }
        migrator.registerMigration("2: commits are counted, bodies summed") { db in
            // A body of before has no sum, and is taken as it is.
            try db.execute(
                sql: """
                    ALTER TABLE ledger ADD COLUMN commits INTEGER NOT NULL DEFAULT 0;
                    ALTER TABLE bodies ADD COLUMN sum INTEGER;
                    """
            )
        }
        migrator.registerMigration("3: near duplicates") { db in
            // A sketch is looked up by its bands: 16 small rows, side by side with those that share one.
            try db.execute(
                sql: """
                    ALTER TABLE articles ADD COLUMN original BLOB;
                    CREATE TABLE sketches (sequence INTEGER PRIMARY KEY, sketch BLOB NOT NULL) STRICT;
                    CREATE TABLE bands (
                        key INTEGER NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (key, sequence)
                    ) STRICT, WITHOUT ROWID;
                    """
            )
        }
        return migrator
    }
}
