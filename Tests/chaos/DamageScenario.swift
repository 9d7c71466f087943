import ArgumentParser
import Client
import Foundation
import JSON
import Subprocess
import SystemPackage
import Wire
import ZeroMQ

/// Copies of the journal of a killed queue are damaged, each in another way, and a queue is started on each. It must refuse
/// to start, or have everything, or say what is wrong; never serve less than was accepted as if that were all.
struct DamageScenario: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "damage",
        abstract: "Damaged journals: flipped bits, lost pieces, garbage, files cut short or gone."
    )

    @OptionGroup var options: ScenarioOptions

    @Option(help: "Damage so many copies.")
    var copies = 300

    @Flag(help: "Delete the witness of each copy; then damage to the log goes unnoticed, and the scenario must fail.")
    var withoutWitness = false

    func run() async throws {
        try await Self.verdict(options, copies: copies, withoutWitness: withoutWitness).conclude()
    }

    enum Outcome: String, CaseIterable {
        case whole = "has everything"
        case refused = "refuses to start"
        case stopped = "stops, or says that it can't read"
        case unbalanced = "the audit says what is missing"
        case silent = "serves less, or something else, silently"
    }

    static func verdict(
        _ options: ScenarioOptions,
        copies: Int,
        withoutWitness: Bool = false
    ) async throws -> Verdict {
        let seed = options.chosenSeed
        Verdict.begin("damage", seed: seed)
        let workspace = try Workspace(in: options.scratch)
        let truth = try await prepare(workspace, seed: seed)
        if withoutWitness { try FileManager.default.removeItem(atPath: workspace.path + "/original/journal.witness") }
        var verdict = Verdict("damage")
        verdict.row("journal", "\(truth.count) articles, \(truth.values.count { $0["state"] == "done" }) of them done")
        var counts: [Outcome: Int] = [:]
        let start = ContinuousClock.now
        for copy in 0..<copies {
            // The first is not damaged: what is asked of the others must hold for it.
            let damage = copy == 0 ? nil : Damage(seed: seed &+ UInt64(copy))
            let (outcome, said) = try await examine(workspace, damage, truth)
            counts[outcome, default: 0] += 1
            let name = "copy \(copy) (\(damage.map { "\($0)" } ?? "no damage"))"
            verdict.expect(outcome != .silent, "\(name): \(said)")
            verdict.expect(copy > 0 || outcome == .whole, "\(name): \(outcome.rawValue): \(said)")
            verdict.expect(outcome != .refused || said.contains("journal"), "\(name): no clear error: \(said)")
        }
        for outcome in Outcome.allCases { verdict.row(outcome.rawValue, "\(counts[outcome] ?? 0) of \(copies)") }
        verdict.row("took", (ContinuousClock.now - start).seconds)
        verdict.printTable()
        workspace.conclude(verdict)
        return verdict
    }

    /// Makes a journal with articles in its main file and in its log, and says what is in it.
    private static func prepare(_ workspace: Workspace, seed: UInt64) async throws -> [ArticleID: JSON] {
        let books = Books(Corpus(seed: seed))
        let load = Load(endpoint: workspace.socket, books: books, mostPending: .max)
        let queue = Member.queue(workspace.data, workspace.socket)
        let workers = Member.workers([("ingest", 1), ("segment", 1), ("stance", 1)], workspace.socket)
        _ = try await Fleet.run([queue] + workers, log: workspace.log) { _ in
            try await load.submit(upTo: 100)
            _ = try await load.drained(within: .seconds(30))
        }
        _ = try await Fleet.run([queue], log: workspace.log) { _ in try await load.submit(upTo: 60) }
        // The last run leaves its log behind: copied while it runs, as a kill would leave it.
        let run = try await Fleet.run([queue] + workers.prefix(2), log: workspace.log) { _ in
            try await load.submit(upTo: 100)
            let client = try load.client()
            try await wait("articles do not reach the last stage", .seconds(30)) {
                let stages = try await client.ask(.status).answer["stages"]?.array ?? []
                return stages.dropLast().allSatisfy { $0["ready"] == 0 && $0["held"] == 0 }
            }
            let truth = try await read(client, Array(await books.accepted.keys))
            await client.close()
            try copy(workspace.data, to: workspace.path + "/original")
            return truth
        }
        return run.value
    }

    private static func copy(_ from: String, to: String) throws {
        try? FileManager.default.removeItem(atPath: to)
        try FileManager.default.createDirectory(atPath: to, withIntermediateDirectories: true)
        for name in try FileManager.default.contentsOfDirectory(atPath: from)
        where name.hasPrefix("journal") && !name.hasSuffix("-shm") {
            try FileManager.default.copyItem(atPath: from + "/" + name, toPath: to + "/" + name)
        }
    }

    /// Everything the queue says of these articles.
    private static func read(_ client: QueueClient, _ ids: [ArticleID]) async throws -> [ArticleID: JSON] {
        var all: [ArticleID: JSON] = [:]
        for start in stride(from: 0, to: ids.count, by: 16) {
            let some = ids[start..<min(ids.count, start + 16)]
            let answers = try await client.ask(.article, each: some.map { ["article": JSON("\($0)")] })
            for (id, answer) in zip(some, answers) { all[id] = answer }
        }
        return all
    }

    /// Starts a queue on a damaged copy and asks it for everything.
    private static func examine(
        _ workspace: Workspace,
        _ damage: Damage?,
        _ truth: [ArticleID: JSON]
    ) async throws -> (Outcome, String) {
        let directory = workspace.path + "/copy"
        try copy(workspace.path + "/original", to: directory)
        try damage?.strike(directory)
        let command = Member.queue(directory, workspace.socket).command
        let said = workspace.path + "/said"
        let output = try FileDescriptor.open(
            FilePath(said),
            .writeOnly,
            options: [.create, .truncate],
            permissions: .ownerReadWrite
        )
        let result = try await Subprocess.run(
            .path(FilePath(command[0])),
            arguments: Arguments(Array(command.dropFirst())),
            environment: .custom([
                "PATH": "/usr/bin:/bin", "HOME": workspace.path, "STANDPOINT_STANCE_MODEL": "lexicon",
            ]),
            input: .none,
            output: .discarded,
            error: .fileDescriptor(output, closeAfterSpawningProcess: true)
        ) { execution in
            let process = execution.processIdentifier.value
            let found = try await ask(workspace.socket, process, truth)
            kill(process, SIGKILL)
            return found
        }
        let text = (try? String(contentsOfFile: said, encoding: .utf8)) ?? ""
        switch result.closureResult {
        case .whole?: return (.whole, "")
        case .ended?, nil:
            let hasServed = text.contains("serving")
            return (hasServed ? .stopped : .refused, text.isEmpty ? "\(result.terminationStatus)" : text)
        case .error(let error)?: return (.stopped, error)
        case .unbalanced(let audit)?: return (.unbalanced, audit)
        case .silent(let what)?:
            // The audit of a running queue need not look at every page; that of a stopped one does.
            let audit = try await StandpointAudit.run(directory, home: workspace.path)
            return audit.isBalanced ? (.silent, what) : (.unbalanced, audit.text)
        }
    }

    private enum Finding: Sendable {
        case whole, ended
        case error(String), unbalanced(String), silent(String)
    }

    /// - Returns: What was found; `nil` where the queue does neither serve nor end.
    private static func ask(_ endpoint: String, _ process: Int32, _ truth: [ArticleID: JSON]) async throws -> Finding? {
        let client = try Load(endpoint: endpoint, books: Books(Corpus(seed: 1)))
            .client(patience: .milliseconds(300), repetition: .milliseconds(100))
        let deadline = ContinuousClock.now + .seconds(20)
        var missing: [String] = []
        var error: String?
        while ContinuousClock.now < deadline {
            if hasEnded(process) { return .ended }
            do {
                _ = try await client.ask(.status)
                break
            } catch { continue }
        }
        for (id, expected) in truth {
            do {
                let found = try await client.ask(.article, ["article": JSON("\(id)")]).answer
                if found != expected { missing.append("\(id) is not what it was") }
            } catch let failure as ClientError where failure.reason.contains("no_such_article") {
                missing.append("\(id) is not there")
            } catch let failure as ClientError {
                if hasEnded(process) { return .ended }
                error = failure.reason
                break
            }
        }
        if let error { return .error(error) }
        let audit: JSON
        do { audit = try await client.ask(.audit).answer } catch {
            return hasEnded(process) ? .ended : .error("\(error)")
        }
        await client.close()
        if audit["balanced"] != true || audit["accepted"]?.int != truth.count {
            // An audit of fewer than were accepted balances for the queue, and only the client knows.
            let text = String(decoding: audit.encoded(), as: UTF8.self)
            return audit["balanced"] == true ? .silent("the books balance without them: \(text)") : .unbalanced(text)
        }
        return missing.isEmpty ? .whole : .silent("\(missing.count) articles: \(missing[0])")
    }

    private static func hasEnded(_ process: Int32) -> Bool {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return true }
        return text[text.index(after: text.lastIndex(of: ")") ?? text.startIndex)...].hasPrefix(" Z")
    }
}
