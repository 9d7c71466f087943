internal import Logging
internal import Subprocess
internal import SystemPackage

/// Keeps one process running.
struct Supervision {
    /// After a death a process that has lived for so long is started again without much of a pause.
    private static let settled = Duration.seconds(5)
    /// So many deaths in a row before it had ever served mean that it never will. Whoever has served may die as often as
    /// it likes: articles can kill workers, and the queue counts whose fault it is.
    private static let mostFailures = 20
    /// The exit code of a usage error, which no restart can mend.
    private static let usage: CInt = 2

    /// Before a process is started again; the pause doubles with each death that comes soon.
    var firstPause = Duration.milliseconds(20)
    var longestPause = Duration.seconds(2)
    private let child: PipelinePlan.Child
    private let endingTime: Duration
    private let living: LivingProcesses
    private let logger: Logger

    init(_ child: PipelinePlan.Child, endingTime: Duration, living: LivingProcesses, logger: Logger) {
        self.child = child
        self.endingTime = endingTime
        self.living = living
        self.logger = logger
    }

    /// Starts the process whenever it is not there, until this task is cancelled.
    ///
    /// - Throws: ``LocalPipelineError`` where it can't stay; `CancellationError`.
    func run() async throws {
        var deaths = 0
        var failures = 0
        while true {
            let birth = ContinuousClock.now
            let (status, hasServed) = try await live()
            try Task.checkCancellation()
            deaths = ContinuousClock.now - birth < Self.settled ? deaths + 1 : 1
            failures = hasServed ? 0 : failures + 1
            if status == .exited(Self.usage) || failures >= Self.mostFailures || (failures >= 3 && isFirstFault(status))
            {
                let reason = "\(child.name) ended with \(describe(status)); what it said is above"
                throw LocalPipelineError(code: .cannotStay, reason: reason)
            }
            logger.warning("starting again", metadata: ["process": "\(child.name)", "ended": "\(describe(status))"])
            try await Task.sleep(for: min(firstPause * (1 << min(deaths - 1, 10)), longestPause))
        }
    }

    /// One life. - Returns: How it ended, and whether the process has ever said that it serves.
    private func live() async throws -> (TerminationStatus, hasServed: Bool) {
        var options = PlatformOptions()
        // A group of its own: Ctrl-C in the terminal is for us, and we tell the children.
        options.processGroupID = 0
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: endingTime)]
        let result = try await Subprocess.run(
            .path(FilePath(child.path)),
            arguments: Arguments(child.arguments),
            platformOptions: options,
            input: .none,
            output: .sequence,
            error: .currentStandardError
        ) { execution in
            let process = execution.processIdentifier.value
            living.add(process)
            logger.info("started", metadata: ["process": "\(child.name)", "pid": "\(process)"])
            var hasServed = false
            // An error here must not leave this closure, or the process would be told to end a second time.
            do { for try await _ in execution.standardOutput.strings() { hasServed = true } } catch {}
            return (process, hasServed)
        }
        living.remove(result.closureResult.0)
        return (result.terminationStatus, result.closureResult.1)
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
