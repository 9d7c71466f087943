import Subprocess
import Testing

extension EndToEndTests {
    @Suite struct UsageTests {
        struct Mistake: Sendable, CustomTestStringConvertible {
            let arguments: [String]
            let words: String
            var testDescription: String { arguments.joined(separator: " ") }

            init(_ arguments: String..., words: String) {
                self.arguments = arguments
                self.words = words
            }
        }

        static let mistakes = [
            Mistake("run", "--nonsense", "x.txt", words: "--nonsense"),
            Mistake("nonsense", words: "nonsense"),
            Mistake("run", words: "<paths>"),
            Mistake("run", "missing.txt", words: "missing.txt"),
            Mistake("submit", "missing.txt", words: "missing.txt"),
            Mistake("analyze", "missing.txt", words: "missing.txt"),
            Mistake("run", "--format", "xml", "x.txt", words: "xml"),
            Mistake("results", "--format", "xml", words: "xml"),
            Mistake("status", "--config", "wrong.yaml", words: "queue.max_articles"),
            Mistake("up", "--config", "wrong.yaml", words: "queue.max_articles"),
            Mistake("up", "--workers", "painter=3", words: "painter"),
            Mistake("run", "--targets", "missing.yaml", "x.txt", words: "missing.yaml"),
            Mistake("run", "--targets", "wrong.yaml", "x.txt", words: "wrong.yaml"),
            Mistake("status", "--data", "d", "--queue", "ipc:///tmp/x", words: "--queue"),
            Mistake("status", "--timeout", "0", words: "--timeout"),
            Mistake("article", "12", words: "32 hexadecimal digits"),
            Mistake("dead", "drop", words: "--all"),
            Mistake("keys", "generate", words: "<files>"),
            Mistake("keys", "generate", "x.txt", words: "is there already"),
            Mistake("keys", "generate", "k", "--role", "boss", words: "--role takes worker, client or observer"),
            Mistake("keys", "show", "missing.key", words: "missing.key"),
            Mistake("keys", "show", "x.txt", words: "x.txt"),
            Mistake("status", "--queue", "tcp://10.0.0.1:5555", words: "not on this machine alone"),
            Mistake("dead", "drop", "--all", "0f8e2d6c1b4a49d7b3c5a8e1f2d30b64", words: "--code"),
            Mistake("dead", "show", "12", words: "32 hexadecimal digits"),
            Mistake("submit", "--busy-timeout", "0", "x.txt", words: "--busy-timeout"),
            Mistake("submit", "--priority", "10", "x.txt", words: "--priority"),
        ]

        @Test(arguments: mistakes)
        func `a mistake in the call is named and ends with 2`(_ mistake: Mistake) async throws {
            let workspace = try Workspace()
            _ = try workspace.file("x.txt", "Hello.")
            _ = try workspace.file("wrong.yaml", "queue:\n  max_artcles: 3\n")
            let outcome = try await workspace.run("standpoint", mistake.arguments)
            #expect(outcome.status == .exited(2))
            #expect(outcome.output == "")
            #expect(outcome.error.hasPrefix("standpoint: error: "))
            #expect(outcome.error.contains(mistake.words), "\(outcome.error)")
        }

        @Test(arguments: [
            "run", "up", "submit", "watch", "status", "results", "article", "dead", "dead list", "dead show",
            "dead retry",
            "dead drop", "audit", "config", "keys", "keys generate", "keys show", "analyze", "extract", "segment",
            "score", "evaluate", "evaluate segment",
            "evaluate score", "evaluate extract", "evaluate attribution", "evaluate article", "evaluate reading",
        ])
        func `help has an example`(_ command: String) async throws {
            let workspace = try Workspace()
            let words = command.split(separator: " ").map(String.init)
            let outcome = try await workspace.run("standpoint", words + ["--help"])
            #expect(outcome.status == .exited(0))
            #expect(outcome.output.contains("Example: "), "\(outcome.output)")
            #expect(outcome.output.contains("standpoint \(command)") || words.first == "dead")
            #expect(!outcome.output.contains("\u{1B}"))
        }

        @Test(arguments: ["standpoint-queue", "standpoint-ingest", "standpoint-segment", "standpoint-stance"])
        func `the processes of the pipeline have help and know mistakes as well`(_ name: String) async throws {
            let workspace = try Workspace()
            let help = try await workspace.run(name, ["--help"])
            #expect(help.status == .exited(0))
            #expect(help.output.contains("Example: \(name) "))
            #expect(try await workspace.run(name, ["--nonsense"]).status == .exited(2))
        }

        @Test func `where there is no pipeline, a question says what to do`() async throws {
            let workspace = try Workspace()
            for command in ["status", "results", "audit", "dead"] {
                let outcome = try await workspace.standpoint(command, "--data", workspace.data)
                #expect(outcome.status == .exited(1))
                #expect(outcome.error.contains("standpoint up"))
            }
            let remote = try await workspace.standpoint("status", "--queue", "tcp://127.0.0.1:1", "--timeout", "1")
            #expect(remote.status == .exited(1))
            #expect(remote.error.contains("is it running?"))
        }

        @Test func `the help of all is this`() async throws {
            let workspace = try Workspace()
            let outcome = try await workspace.standpoint("--help")
            #expect(outcome.status == .exited(0))
            #expect(outcome.output == Self.help)
        }
    }
}
