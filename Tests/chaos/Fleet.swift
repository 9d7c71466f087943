import Foundation
import Subprocess
import SystemPackage

/// Processes that are started again whenever they end, and that can be hit.
actor Fleet {
    struct Process: Hashable {
        let name: String
        let id: Int32
    }

    private let log: String
    private(set) var living: [String: Int32] = [:]
    private(set) var kills: [String: Int] = [:]
    private(set) var stops = 0
    private(set) var restarts = 0
    /// Processes that ended, and not by our hand.
    private(set) var unexpected: [String] = []
    private var killed: Set<Int32> = []
    private var isEnding = false
    /// When the queue was last killed or let go on.
    private(set) var lastBlow: ContinuousClock.Instant?

    init(log: String) { self.log = log }

    var totalKills: Int { kills.values.reduce(0, +) }

    /// Runs the members and `body` beside them; then ends them: SIGTERM, and SIGKILL five seconds later.
    static func run<Value: Sendable>(
        _ members: [Member],
        log: String,
        _ body: @Sendable @escaping (Fleet) async throws -> Value
    ) async throws -> (value: Value, fleet: Fleet) {
        let fleet = Fleet(log: log)
        let value = try await withThrowingTaskGroup(of: Value?.self) { group in
            for member in members {
                group.addTask {
                    try await fleet.keep(member)
                    return nil
                }
            }
            group.addTask { try await body(fleet) }
            defer { group.cancelAll() }
            while let next = try await group.next() {
                guard let value = next else { continue }
                await fleet.end()
                return value
            }
            throw CancellationError()
        }
        return (value, fleet)
    }

    private func keep(_ member: Member) async throws {
        while !isEnding {
            let status: TerminationStatus
            do { status = try await live(member) } catch is CancellationError { return }
            living[member.name] = nil
            if isEnding || Task.isCancelled { return }
            restarts += 1
            // Soon enough to be in the way again, slowly enough not to spin where it can't stay.
            do { try await Task.sleep(for: .milliseconds(status == .signaled(SIGKILL) ? 20 : 200)) } catch { return }
        }
    }

    private func live(_ member: Member) async throws -> TerminationStatus {
        var options = PlatformOptions()
        options.processGroupID = 0
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(5))]
        let output = try FileDescriptor.open(
            FilePath(log),
            .writeOnly,
            options: [.create, .append],
            permissions: .ownerReadWrite
        )
        var environment: [Environment.Key: String] = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/nonexistent"]
        // What is put to the test is the pipeline, not what scores stances.
        environment["STANDPOINT_STANCE_MODEL"] = "lexicon"
        for (name, value) in member.settings { environment[Environment.Key(stringLiteral: name)] = value }
        let result = try await Subprocess.run(
            .path(FilePath(member.command[0])),
            arguments: Arguments(Array(member.command.dropFirst())),
            environment: .custom(environment),
            platformOptions: options,
            input: .none,
            output: .discarded,
            error: .fileDescriptor(output, closeAfterSpawningProcess: true)
        ) { execution in
            let id = execution.processIdentifier.value
            self.born(member, id)
            return id
        }
        let wasOurs = killed.remove(result.closureResult) != nil
        if !isEnding, !(wasOurs && result.terminationStatus == .signaled(SIGKILL)) {
            unexpected.append("\(member.name) ended by itself: \(result.terminationStatus)")
        }
        return result.terminationStatus
    }

    private func born(_ member: Member, _ id: Int32) { living[member.name] = id }

    private func end() { isEnding = true }

    /// Does not take the end of a process for a fault from now on.
    func forgive() { unexpected.removeAll() }

    // MARK: Blows

    /// The living, in an order that does not depend on when they were started.
    var processes: [Process] { living.map { Process(name: $0.key, id: $0.value) }.sorted { $0.name < $1.name } }

    func kill(_ name: String) {
        guard let id = living.removeValue(forKey: name) else { return }
        killed.insert(id)
        Glibc.kill(id, SIGKILL)
        kills[String(name.prefix { $0 != " " }), default: 0] += 1
        if name == "queue" { lastBlow = .now }
    }

    /// Stops a process, and lets it go on after `pause`.
    func freeze(_ name: String, for pause: Duration) async {
        guard let id = living[name] else { return }
        stops += 1
        Glibc.kill(id, SIGSTOP)
        try? await Task.sleep(for: pause)
        // It may have been killed meanwhile, and the number given to another process.
        guard living[name] == id else { return }
        Glibc.kill(id, SIGCONT)
        if name == "queue" { lastBlow = .now }
    }
}
