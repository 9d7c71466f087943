import Foundation

/// One way to damage the files of a journal.
struct Damage: CustomStringConvertible {
    enum Kind: String, CaseIterable {
        /// One bit of the file is another.
        case flip
        /// A piece of 512 bytes to 64 KiB is zeros, as after a write that never came to the disk.
        case zero
        /// A piece is garbage.
        case scramble
        /// The file ends early.
        case cut
        case delete
    }

    let kind: Kind
    let file: String
    private var seed: UInt64

    static let files = ["journal.sqlite", "journal.sqlite-wal"]

    init(seed: UInt64) {
        var random = Random(seed: seed)
        file = Self.files.randomElement(using: &random) ?? ""
        // To delete is the same each time.
        kind = random.happens(0.03) ? .delete : [.flip, .zero, .scramble, .cut].randomElement(using: &random) ?? .flip
        self.seed = random.next()
    }

    func strike(_ directory: String) throws {
        var random = Random(seed: seed)
        let path = directory + "/" + file
        guard kind != .delete else { return try FileManager.default.removeItem(atPath: path) }
        var bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        guard !bytes.isEmpty else { return }
        let start = Int.random(in: bytes.indices, using: &random)
        let piece = start..<min(bytes.count, start + (512 << Int.random(in: 0...7, using: &random)))
        switch kind {
        case .flip: bytes[start] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case .zero: for index in piece { bytes[index] = 0 }
        case .scramble: for index in piece { bytes[index] = .random(in: .min ... .max, using: &random) }
        case .cut: bytes.removeSubrange(start...)
        case .delete: break
        }
        try Data(bytes).write(to: URL(filePath: path))
    }

    var description: String { "\(kind) \(file)" }
}
