internal import Foundation

/// Canonical composition (NFC, UAX #15).
enum Composition {
    /// The NFC form of `bytes`, which are valid UTF-8.
    ///
    /// The text is composed in pieces that begin with a scalar that never composes with what is before it, such as any
    /// ASCII character; so the pieces are independent, and those that are ASCII only are copied.
    ///
    /// Foundation's composition takes quadratic time on long runs of combining marks, so a run without such a scalar is
    /// cut after ``longestRun`` all the same. No writing has such runs: UAX #15 allows a stream-safe process to cut
    /// after 30 marks.
    static func compose(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var start = 0
        while start < bytes.count {
            let (end, isASCII) = bytes.withUnsafeBufferPointer { piece($0, from: start) }
            if isASCII {
                result.append(contentsOf: bytes[start..<end])
            } else {
                let text = String(decoding: bytes[start..<end], as: UTF8.self)
                result.append(contentsOf: text.precomposedStringWithCanonicalMapping.utf8)
            }
            start = end
        }
        return result
    }

    /// The length in bytes after which a piece ends at the next scalar that it may end at: long enough that a call a
    /// piece costs little.
    private static let pieceLength = 512
    /// The length in bytes after which a piece ends at the next scalar whatever it is.
    private static let longestRun = 1024

    private static func piece(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (end: Int, isASCII: Bool) {
        var isASCII = true
        var end = start
        while end < bytes.count {
            let (scalar, length) = UTF8Scalar.decode(bytes, at: end)
            let soFar = end - start
            if soFar >= pieceLength, ScalarPolicy.isComposed(scalar) || soFar >= longestRun { break }
            if scalar >= 0x80 { isASCII = false }
            end += length
        }
        return (end, isASCII)
    }
}
