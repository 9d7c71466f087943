import Foundation

/// Keeps the lines that a handler wrote.
final class LineCollector: @unchecked Sendable {
    // Unchecked because the lock, not the compiler, guards the text.
    private let lock = NSLock()
    private var text = ""

    func append(_ bytes: [UInt8]) { lock.withLock { text += String(decoding: bytes, as: UTF8.self) } }

    var all: String { lock.withLock { text } }
}
