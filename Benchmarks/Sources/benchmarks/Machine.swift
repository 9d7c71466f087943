import Foundation

/// What a figure means nothing without.
enum Machine {
    /// The processor, its cores, the system and the date.
    static var description: String {
        let info = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
        let model = info.split(separator: "\n").first { $0.hasPrefix("model name") }?
            .split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let date = Date().formatted(.iso8601.year().month().day())
        return
            "\(model ?? "unknown processor"), \(cores) cores, \(ProcessInfo.processInfo.operatingSystemVersionString), \(date)"
    }

    /// How often a second 4 KiB can be appended and synced: the ceiling of a queue that commits one article at a time.
    static func syncsPerSecond(in directory: URL) throws -> Double {
        let path = directory.appending(path: "sync").path
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        guard file >= 0 else { throw BenchmarkError(reason: "\(path): \(String(cString: strerror(errno)))") }
        defer {
            close(file)
            unlink(path)
        }
        let page = [UInt8](repeating: 7, count: 4_096)
        let count = 200
        let elapsed = ContinuousClock().measure {
            for _ in 0..<count {
                _ = write(file, page, page.count)
                fdatasync(file)
            }
        }
        return Double(count) / (elapsed / .seconds(1))
    }
}
