import Foundation
import Synchronization

/// A process of a benchmark, to be killed.
final class ChildProcess: Sendable {
    private let process = Process()
    private let lines = Mutex<[String]>([])
    private let output: Reader?

    /// A thread that reads what the process says.
    private final class Reader: Sendable {
        let isAtEnd = DispatchSemaphore(value: 0)
    }

    /// Starts it. - Parameter isHeard: Whether what it says on standard output is kept, see ``takeLines()``.
    init(_ path: String, _ arguments: [String], _ environment: [String: String] = [:], isHeard: Bool = false) throws {
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        guard isHeard else {
            process.standardOutput = FileHandle.nullDevice
            output = nil
            try process.run()
            return
        }
        let (pipe, reader) = (Pipe(), Reader())
        process.standardOutput = pipe
        output = reader
        try process.run()
        let descriptor = pipe.fileHandleForReading.fileDescriptor
        let thread = Thread { [self] in
            var rest: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = read(descriptor, &buffer, buffer.count)
                guard count > 0 else { break }
                rest += buffer[..<count]
                guard let end = rest.lastIndex(of: 10) else { continue }
                let fresh = rest[..<end].split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
                rest.removeSubrange(...end)
                lines.withLock { $0 += fresh }
            }
            withExtendedLifetime(pipe) {}
            reader.isAtEnd.signal()
        }
        thread.start()
    }

    var id: Int32 { process.processIdentifier }

    /// What it has said since the last call.
    func takeLines() -> [String] {
        lines.withLock { lines in
            defer { lines.removeAll() }
            return lines
        }
    }

    /// Kills it with SIGKILL and waits until it is gone and all it said is heard.
    ///
    /// - Returns: When the signal was sent, by ``Monotonic``.
    @discardableResult
    func kill() -> Int {
        let time = Monotonic.nanoseconds
        Glibc.kill(id, SIGKILL)
        process.waitUntilExit()
        output?.isAtEnd.wait()
        return time
    }

    /// The most memory it has had, in bytes; `nil` where it is gone.
    var peakMemory: Int? {
        let status = try? String(contentsOfFile: "/proc/\(id)/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 << 10 }
    }
}
