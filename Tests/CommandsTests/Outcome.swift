import ArgumentParser
import Commands
import Documents
import Service

/// What a command did.
struct Outcome: Equatable {
    var output: String
    /// The lines on standard error.
    var errors: [String]
    var status: ExitStatus
}

/// Runs a command in this process, on an input of its own.
func outcome<Command: OfflineCommand>(
    of command: Command.Type,
    _ arguments: [String] = [],
    input: String = "",
    isTerminal: Bool = false
) throws -> Outcome {
    try outcome(of: command, arguments, input: Array(input.utf8), isTerminal: isTerminal)
}

func outcome<Command: OfflineCommand>(
    of type: Command.Type,
    _ arguments: [String],
    input: [UInt8],
    isTerminal: Bool = false
) throws -> Outcome {
    // The scorer that needs no weights and no time, whatever the tests' machine has.
    let scores = type is AnalyzeCommand.Type || type is EvaluateScore.Type || type is ScoreCommand.Type
    let arguments = arguments + (scores ? ["--model", "lexicon"] : [])
    let output = ByteOutput.memory()
    var errors: [String] = []
    let console = Console(input: ByteInput(input), output: output, isTerminal: isTerminal) { errors.append($0) }
    var status = ExitStatus.success
    do { try type.parse(arguments).execute(on: console) } catch let error as CommandError {
        status = error.status
        if let message = error.message { errors.append(message) }
    }
    return Outcome(output: String(decoding: output.buffer, as: UTF8.self), errors: errors, status: status)
}
