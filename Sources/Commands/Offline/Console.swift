package import ArgumentParser
package import Documents
package import Service

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// What a command reads and writes; a test gives its own.
package struct Console {
    package let input: ByteInput
    package let output: ByteOutput
    package let style: TextStyle
    package let isTerminal: Bool
    private let errors: (String) -> Void

    /// - Parameter errors: takes a line without its line feed.
    package init(
        input: ByteInput,
        output: ByteOutput,
        style: TextStyle = TextStyle(),
        isTerminal: Bool = false,
        errors: @escaping (String) -> Void
    ) {
        self.input = input
        self.output = output
        self.style = style
        self.isTerminal = isTerminal
        self.errors = errors
    }

    /// The standard streams. A reader that goes away is an error to be handled from here on, not the end by a signal.
    package static var standard: Console {
        signal(SIGPIPE, SIG_IGN)
        return Console(
            input: .standardInput,
            output: .standardOutput(),
            style: .ofTerminal,
            isTerminal: isatty(1) == 1,
            errors: { StandardError.write("\($0)\n") }
        )
    }

    /// Tells of a part of the input that failed, while the rest goes on.
    package func complain(_ problem: some CustomStringConvertible) {
        errors("standpoint: error: \(TerminalText.visible(problem.description))")
    }

    /// Tells what is good to know.
    package func note(_ text: String) { errors("standpoint: note: \(TerminalText.visible(text))") }
}

/// A command that needs no queue: it reads, works and writes.
package protocol OfflineCommand: ParsableCommand {
    /// - Throws: ``CommandError``, or ``OutputClosed`` where the reader of the output is gone.
    func execute(on console: Console) throws
}

extension OfflineCommand {
    package func run() throws {
        let console = Console.standard
        do { try execute(on: console) } catch {
            // What was done is not lost by what was not.
            try console.output.flush()
            throw error
        }
        try console.output.flush()
    }
}
