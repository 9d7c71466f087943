import Foundation

/// A directory of its own for one scenario, with a path short enough for a socket in it.
final class Workspace: Sendable {
    let path: String
    var data: String { path + "/d" }
    var socket: String { "ipc://\(path)/q" }
    /// Where all that the processes say on standard error goes.
    var log: String { path + "/log" }

    init(in scratch: String) throws {
        var template = Array("\(scratch)/sp-chaos-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw ChaosError(description: "\(scratch): \(String(cString: strerror(errno)))")
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    func delete() { try? FileManager.default.removeItem(atPath: path) }

    /// The last lines of the log that hold `word`.
    func tail(_ word: String = "", lines: Int = 5) -> [String] {
        let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { word.isEmpty || $0.contains(word) }.suffix(lines).map(String.init)
    }

    /// Deletes it after a scenario that passed; after another, says where it is.
    func conclude(_ verdict: Verdict) {
        guard !verdict.faults.isEmpty else { return delete() }
        for line in tail() { print("  log: \(line)") }
        print("  kept: \(path)")
    }
}

/// Our executables: beside this one.
enum Executables {
    static let directory: String = {
        let own =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return URL(filePath: own).deletingLastPathComponent().path
    }()

    static func path(_ name: String) -> String { directory + "/" + name }
}
