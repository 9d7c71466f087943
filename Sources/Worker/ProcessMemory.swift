internal import Glibc

/// How much memory this process uses.
package enum ProcessMemory {
    /// What it has in memory and shares with nobody, in bytes: heap and stacks, not code or files that are mapped.
    ///
    /// From /proc/self/statm (proc(5)): resident pages less those that belong to files or are shared. 0 where the system
    /// does not say.
    package static func privateBytes() -> Int {
        let file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return 0 }
        defer { close(file) }
        // Seven numbers of at most 20 digits.
        var text = [UInt8](repeating: 0, count: 160)
        let count = text.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
        let fields = text.prefix(max(0, count)).split(separator: UInt8(ascii: " "))
        guard fields.count > 2, let resident = number(fields[1]), let shared = number(fields[2]) else { return 0 }
        return max(0, resident - shared) * sysconf(Int32(_SC_PAGESIZE))
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? { Int(String(decoding: digits, as: UTF8.self)) }
}
