import ArgumentParser
import Commands
import Service
import Testing

struct ExitTests {
    struct Sample: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "standpoint", version: "1.2.3")
        @Option var count: Int = 1
        @Argument var file: String
    }

    private func report(_ arguments: [String]) throws -> Exit.Report {
        let error = #expect(throws: (any Error).self) {
            var command = try Sample.parseAsRoot(arguments)
            try command.run()
        }
        return Exit.report(try #require(error), root: Sample.self)
    }

    @Test(arguments: [["--bogus"], ["--count", "x", "f"], [], ["a", "b"]])
    func `a wrong command line is status 2 and shows the usage`(arguments: [String]) throws {
        let report = try report(arguments)
        #expect(report.status == .usage)
        #expect(report.error?.hasPrefix("standpoint: error: ") == true)
        #expect(report.error?.lowercased().contains("usage: standpoint") == true)
        #expect(report.output == nil)
    }

    @Test(arguments: [(["--help"], "USAGE: standpoint"), (["--version"], "1.2.3")])
    func `help and version are output and status 0`(arguments: [String], text: String) throws {
        let report = try report(arguments)
        #expect(report.status == .success)
        #expect(report.output?.contains(text) == true)
        #expect(report.error == nil)
    }

    @Test func `errors of ours have their own status and message`() {
        #expect(
            Exit.report(CommandError("a.txt: gone", status: .usage), root: Sample.self)
                == Exit.Report(status: .usage, error: "standpoint: error: a.txt: gone")
        )
        #expect(Exit.report(CommandError(nil), root: Sample.self) == Exit.Report(status: .failure))
        #expect(Exit.report(OutputClosed(), root: Sample.self) == Exit.Report(status: .success))
        #expect(Exit.report(ExitCode(2), root: Sample.self) == Exit.Report(status: .usage))
        #expect(Exit.report(ExitCode(7), root: Sample.self) == Exit.Report(status: .failure))
        #expect(Exit.report(ValidationError("x"), root: Sample.self).status == .usage)
    }
}
