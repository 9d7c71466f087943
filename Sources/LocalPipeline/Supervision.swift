internal import Logging
internal import Subprocess
internal import SystemPackage

/// Keeps one process running.
struct Supervision {
    /// A process that has lived for so long was well; its next death begins the count anew.
    private static let settled = Duration.seconds(5)
    /// So many deaths in a row before it had settled mean that it never will.
    private static let mostFailures = 20
    /// The exit code of a usage error, which no restart can mend.
    private static let usage: CInt = 2
    private static let firstPause = Duration.milliseconds(20)
    private static let longestPause = Duration.seconds(2)

    private let child: PipelinePlan.Child
    private let endingTime: Duration
    private let logger: Logger

    init(_ child: PipelinePlan.Child, endingTime: Duration, logger: Logger) {
        self.child = child
        self.endingTime = endingTime
        self.logger = logger
    }

    /// Starts the process whenever it is not there, until this task is cancelled.
    ///
    /// - Throws: ``LocalPipelineError`` where it can't stay; `CancellationError`.
    func run() async throws {
        var failures = 0
        var lastBirth: ContinuousClock.Instant
        while true {
            lastBirth = .now
            let status = try await live()
            try Task.checkCancellation()
            failures = ContinuousClock.now - lastBirth < Self.settled ? failures + 1 : 1
            if status == .exited(Self.usage) || failures >= Self.mostFailures || (failures >= 3 && isFirstFault(status))
            {
                let reason = "\(child.name) ended with \(describe(status)); what it said is above"
                throw LocalPipelineError(code: .cannotStay, reason: reason)
            }
            logger.warning("starting again", metadata: ["process": "\(child.name)", "ended": "\(describe(status))"])
            try await Task.sleep(for: min(Self.firstPause * (1 << min(failures - 1, 10)), Self.longestPause))
        }
    }

    private func live() async throws -> TerminationStatus {
        var options = PlatformOptions()
        // A group of its own: Ctrl-C in the terminal is for us, and we tell the children.
        options.processGroupID = 0
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: endingTime)]
        let result = try await Subprocess.run(
            .path(FilePath(child.path)),
            arguments: Arguments(child.arguments),
            platformOptions: options,
            input: .none,
            output: .discarded,
            error: .currentStandardError
        ) { execution in
            logger.info(
                "started",
                metadata: ["process": "\(child.name)", "pid": "\(execution.processIdentifier.value)"]
            )
        }
        return result.terminationStatus
    }

    /// Whether the process ended by itself, and not by a signal from outside, which may well come often.
    private func isFirstFault(_ status: TerminationStatus) -> Bool {
        if case .exited(let code) = status { code != 0 } else { false }
    }

    private func describe(_ status: TerminationStatus) -> String {
        switch status {
        case .exited(let code): "exit code \(code)"
        case .signaled(let signal): "signal \(signal)"
        }
    }
}
