import Settings
import Testing

@Suite struct ProblemTests {
    @Test(arguments: [
        (
            "queue.max_articles", "many",
            "\"many\" (flag --queue.max_articles) is not allowed; expected a whole number from 1 to 100000000"
        ),
        (
            "queue.max_attempts", "0",
            "\"0\" (flag --queue.max_attempts) is not allowed; expected a whole number from 1 to 100"
        ),
        (
            "queue.heartbeat", "500",
            "\"500\" (flag --queue.heartbeat) is not allowed;"
                + " expected a duration with its unit (ms, s, m, h, d) from 10ms to 1m"
        ),
        (
            "queue.max_body", "2GiB",
            "\"2GiB\" (flag --queue.max_body) is not allowed; expected a size with its unit"
                + " (B, KB, KiB, MB, MiB, GB, GiB, TB, TiB) from 1KiB to 1GiB"
        ),
        ("queue.journal", "Sqlite", "\"Sqlite\" (flag --queue.journal) is not allowed; expected one of sqlite, memory"),
        ("log.format", "", "\"\" (flag --log-format) is not allowed; expected one of text, json"),
        (
            "queue.stages", "a,a",
            "\"a,a\" (flag --queue.stages) is not allowed; expected 1 to 16 different names of at most 32 characters"
                + " from a-z, 0-9, _ and -, beginning with a letter"
        ),
        (
            "worker.queue", "tcp://*:5555",
            "\"tcp://*:5555\" (flag --queue) is not allowed;"
                + " expected tcp://HOST:PORT or ipc://PATH (a path of at most 107 bytes)"
        ),
        (
            "queue.data_directory", "a\u{1B}[2J\nb",
            "\"a\\u{1B}[2J\\nb\" (flag --data) is not allowed; expected a path of at most 4095 bytes"
        ),
        (
            "worker.secret_key", "hunter2",
            "<hidden> (flag --worker.secret_key) is not allowed; expected a CURVE key of 40 Z85 characters, or nothing"
        ),
    ])
    func `a bad value is named with its key, its origin and what is allowed`(
        key: String,
        value: String,
        message: String
    ) {
        #expect(TestInput.failure(flags: [key: value]) == key + ": " + message)
    }

    @Test func `the origin is the variable's name or the file's line`() {
        #expect(
            TestInput.failure(environment: ["STANDPOINT_QUEUE_MAX_ATTEMPTS": "x"])
                == "queue.max_attempts: \"x\" (environment STANDPOINT_QUEUE_MAX_ATTEMPTS) is not allowed;"
                + " expected a whole number from 1 to 100"
        )
        #expect(
            TestInput.failure(yaml: "# c\nqueue:\n  max_attempts: 1.5\n")
                == "queue.max_attempts: \"1.5\" (test.yaml:3) is not allowed; expected a whole number from 1 to 100"
        )
        #expect(
            TestInput.failure(yaml: "queue:\n  max_attempts: [1]\n")
                == "queue.max_attempts: the value (test.yaml:2) is not allowed; expected a whole number from 1 to 100"
        )
    }

    @Test func `unknown names are errors, with the nearest known one`() {
        #expect(
            TestInput.failure(yaml: "queue:\n  max_atempts: 3\n")
                == "queue.max_atempts: unknown key (test.yaml:2); did you mean queue.max_attempts?"
        )
        #expect(TestInput.failure(yaml: "zebra: 3\n") == "zebra: unknown key (test.yaml:1)")
        #expect(
            TestInput.failure(environment: ["STANDPOINT_LOG_LEVLE": "info"])
                == "environment STANDPOINT_LOG_LEVLE: unknown setting; did you mean STANDPOINT_LOG_LEVEL?"
        )
        #expect(
            TestInput.failure(flags: ["log.levl": "info"])
                == "log.levl: unknown key (flag --log.levl); did you mean log.level?"
        )
        #expect(TestInput.failure(environment: ["STANDPOINTLESS": "1"]) == "loaded")
    }

    @Test func `all problems are told at once`() {
        #expect(
            TestInput.failure(flags: ["log.level": "loud"], yaml: "quue:\n  x: 1\nlog:\n  format: xml\n")
                == """
                quue: unknown key (test.yaml:1); did you mean queue?
                quue.x: unknown key (test.yaml:2)
                log.level: "loud" (flag --log-level) is not allowed; expected one of trace, debug, info, notice, \
                warning, error, critical
                log.format: "xml" (test.yaml:4) is not allowed; expected one of text, json
                """
        )
    }

    /// Forty characters, as a CURVE key has.
    private static let key = String(repeating: "0", count: 40)

    @Test(arguments: [
        (
            ["queue.dead_after": "900ms"],
            "queue.dead_after: 900ms (flag --queue.dead_after) must be at least twice queue.heartbeat (500ms)"
        ),
        (
            ["queue.backoff_base": "5m"], "queue.backoff_max: 1m (default) must be at least queue.backoff_base (5m)"
        ),
        (
            ["worker.credit_bytes": "1MiB"],
            "worker.credit_bytes: 1MiB (flag --worker.credit_bytes) must be at least queue.max_body (8MiB)"
        ),
        (
            ["queue.secret_key": key, "queue.secret_key_file": "/k"],
            "queue.secret_key_file: /k (flag --queue.secret_key_file) is given beside queue.secret_key; give one of them"
        ),
        (
            ["worker.secret_key": key, "worker.secret_key_file": "/k"],
            "worker.secret_key_file: /k (flag --worker.secret_key_file) is given beside worker.secret_key; give one of"
                + " them"
        ),
        (
            ["worker.memory_limit": "191MiB"],
            "worker.memory_limit: 191MiB (flag --worker.memory_limit) must be at least 128MiB more than"
                + " worker.credit_bytes (64MiB), or 0B for no limit"
        ),
        (
            ["worker.credit_bytes": "2GiB"],
            "worker.memory_limit: 1536MiB (default) must be at least 128MiB more than worker.credit_bytes (2GiB), or 0B for"
                + " no limit"
        ),
        (["worker.credit_bytes": "2GiB", "worker.memory_limit": "0B"], "loaded"),
        (["worker.memory_limit": "192MiB"], "loaded"),
    ])
    func `settings that contradict each other are refused`(flags: [String: String], message: String) {
        #expect(TestInput.failure(flags: flags) == message)
    }

    @Test func `without a home the data directory must be set`() {
        let error = #expect(throws: SettingsError.self) {
            try Settings.load(environment: [:], directory: "/nonexistent")
        }
        #expect(
            error?.description
                == "queue.data_directory: there is no default, because neither XDG_STATE_HOME nor HOME is an absolute"
                + " path; set it"
        )
    }
}
