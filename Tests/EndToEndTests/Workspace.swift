import Foundation
import Testing

/// A directory of its own for one test, with a path short enough for a socket in it, and all that a test does there.
final class Workspace: Sendable {
    let path: String
    /// The data directory of the pipelines of the test.
    var data: String { path + "/d" }

    init() throws {
        var template = Array("/tmp/sp-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        // Whatever a failed test has left behind; only processes that name this directory.
        for process in processes { kill(process, SIGKILL) }
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes a file. - Returns: Its path.
    func file(_ name: String, _ text: String) throws -> String {
        let file = path + "/" + name
        try Data(text.utf8).write(to: URL(filePath: file))
        return file
    }

    func read(_ name: String) throws -> String { try String(contentsOfFile: path + "/" + name, encoding: .utf8) }

    /// The processes that work on this directory: those that name it on their command line.
    var processes: [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { Int32($0) }.filter { process in
            guard process != getpid(), let line = FileManager.default.contents(atPath: "/proc/\(process)/cmdline")
            else {
                return false
            }
            return String(decoding: line, as: UTF8.self).contains(path + "/")
        }
    }

    /// Waits until no process works on this directory. - Returns: Those that still do after `bound`.
    func processes(after bound: Duration) async throws -> [Int32] {
        let deadline = ContinuousClock.now + bound
        while !processes.isEmpty, ContinuousClock.now < deadline { try await Task.sleep(for: .milliseconds(10)) }
        return processes
    }
}
