package import ArgumentParser
internal import Glibc
internal import Settings

/// How a command ends, as the shell sees it.
package enum ExitStatus: Int32, Hashable, Sendable {
    case success = 0
    /// The input or the world is at fault; some of the work may be done.
    case failure = 1
    /// The command line is at fault, such as a flag that is not known or a file that is not there; nothing was done.
    case usage = 2
    /// SIGHUP ended it before all was done; as shells say it, 128 and the signal's number.
    case hungUp = 129
    /// SIGINT did.
    case interrupted = 130
    /// SIGTERM did.
    case terminated = 143
}

/// Ends a command with a message on standard error.
package struct CommandError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, where, and what to do; `nil` where all has been said already.
    package var message: String?
    package var status: ExitStatus

    package init(_ message: String?, status: ExitStatus = .failure) {
        self.message = message
        self.status = status
    }

    package var description: String { message ?? "" }
}

/// Runs commands and turns whatever happens into an exit status and a message.
package enum Exit {
    /// How an error is told: what to print where, and the status.
    package struct Report: Hashable, Sendable {
        package var status: ExitStatus
        /// For standard output, such as a help text; without a line feed at the end.
        package var output: String?
        /// For standard error, such as `standpoint: error: …`; without a line feed at the end.
        package var error: String?

        package init(status: ExitStatus, output: String? = nil, error: String? = nil) {
            self.status = status
            self.output = output
            self.error = error
        }
    }

    /// The whole life of one of our executables.
    package static func main(_ root: any ParsableCommand.Type) async -> Never {
        // A closed pipe is an error of write(2) like any other, not a reason to die in the middle of something.
        signal(SIGPIPE, SIG_IGN)
        exit(await run(root, Array(CommandLine.arguments.dropFirst())))
    }

    /// Parses `arguments`, runs the command they name, and prints what went wrong.
    ///
    /// - Returns: The exit status: 0, 1 or 2.
    package static func run(_ root: any ParsableCommand.Type, _ arguments: [String]) async -> Int32 {
        let report: Report
        do {
            var command = try root.parseAsRoot(arguments)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            return ExitStatus.success.rawValue
        } catch {
            report = Self.report(error, root: root)
        }
        do {
            if let output = report.output {
                let standardOutput = ByteOutput.standardOutput()
                try standardOutput.write(Array("\(output)\n".utf8))
                try standardOutput.flush()
            }
        } catch { return ExitStatus.success.rawValue }
        if let error = report.error { StandardError.write("\(error)\n") }
        return report.status.rawValue
    }

    /// Says how an error that a command or the parser threw is told.
    package static func report(_ error: any Error, root: any ParsableCommand.Type) -> Report {
        switch error {
        case is OutputClosed:
            // Whoever reads the output has seen enough, as `head` has; that is no failure.
            return Report(status: .success)
        case let error as CommandError:
            return Report(status: error.status, error: error.message.map { "\(name(root)): error: \($0)" })
        case let error as SettingsError:
            return Report(status: .usage, error: "\(name(root)): error: \(error)")
        case let error as ServiceError:
            return Report(status: .usage, error: "\(name(root)): error: \(error)")
        default: break
        }
        let message = root.fullMessage(for: error)
        switch root.exitCode(for: error) {
        case .success: return Report(status: .success, output: message)
        case .validationFailure: return Report(status: .usage, error: prefixed(message, root))
        case let code where message.isEmpty: return Report(status: ExitStatus(rawValue: code.rawValue) ?? .failure)
        default: return Report(status: .failure, error: prefixed(message, root))
        }
    }

    /// The parser begins with "Error: "; we say who speaks.
    private static func prefixed(_ message: String, _ root: any ParsableCommand.Type) -> String {
        let text = message.hasPrefix("Error: ") ? String(message.dropFirst(7)) : message
        return "\(name(root)): error: \(text)"
    }

    private static func name(_ root: any ParsableCommand.Type) -> String {
        root.configuration.commandName ?? "standpoint"
    }
}
