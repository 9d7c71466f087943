internal import Foundation

/// A file beside the journal that knows how many commits were made.
///
/// SQLite takes the first frame of a write-ahead log whose checksum is wrong for the log's end: one bad bit, and all
/// commits from there on are gone without a word. The witness is written after each commit, without an fsync of its own:
/// it survives the death of the process, may be behind the journal after a power cut, and is never ahead of it. Where it is
/// ahead when the journal is opened, commits are lost.
final class JournalWitness {
    private static let magic: UInt64 = 0x5345_4E54_4957_5053  // "SPWITNES", little-endian
    private static let size = 24

    let path: String
    /// How many commits it has seen; `nil` where it is new.
    let seen: Int?
    private let descriptor: Int32

    /// Makes the file where it does not exist.
    ///
    /// - Throws: ``JournalError`` where it can't be made or read, or makes no sense.
    init(directory: URL) throws(JournalError) {
        let path = directory.appending(path: "journal.witness").path
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw JournalError(code: .inaccessible, path: path, reason: String(cString: strerror(errno)))
        }
        var bytes = [UInt8](repeating: 0, count: Self.size)
        let count = pread(file, &bytes, bytes.count, 0)
        let words = stride(from: 0, to: Self.size, by: 8).map { start in
            bytes[start..<start + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        }
        // New, or new when the power went: its size was on disk, its content not yet.
        let isNew = count == 0 || bytes.allSatisfy { $0 == 0 }
        guard isNew || (count == Self.size && words[0] == Self.magic && words[2] == Self.sum(words[1])) else {
            close(file)
            let advice = "where `standpoint audit` finds the books in balance, delete it and start again"
            throw JournalError(code: .damaged, path: path, reason: "the file makes no sense; \(advice)")
        }
        self.path = path
        seen = isNew ? nil : Int(clamping: words[1])
        descriptor = file
    }

    /// Holds the journal against it. - Throws: ``JournalError`` where the journal has fewer commits than were made.
    func check(_ commits: Int, journal: String) throws(JournalError) {
        guard let seen, seen > commits else { return }
        let lost =
            commits + 1 == seen ? "commit \(seen) of \(seen) is" : "commits \(commits + 1) to \(seen) of \(seen) are"
        let advice = "restore the data directory from a backup; to go on without them, delete \(path)"
        throw JournalError(code: .damaged, path: journal, reason: "\(lost) lost; \(advice)")
    }

    /// Notes that so many commits are on disk. Where that can't be written, it stays behind, which is harmless.
    func note(_ commits: Int) {
        let count = UInt64(commits)
        let words = [Self.magic, count, Self.sum(count)].map(\.littleEndian)
        _ = words.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }

    private static func sum(_ count: UInt64) -> UInt64 { Checksum.of(count ^ magic) }

    deinit { close(descriptor) }
}
