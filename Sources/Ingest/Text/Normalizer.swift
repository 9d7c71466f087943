/// Gives a text the one form that all offsets of an article count in.
///
/// CRLF, CR and the other line breaks become LF; every other white space becomes a plain space; invisible characters
/// (soft hyphens, zero-widths, byte order marks, directional and control characters) go; spaces at line ends go; the
/// result is in NFC. A joiner (U+200C, U+200D) stays after letters of the scripts that need it and in emoji. Visible
/// characters stay as they are. Normalizing a normalized text changes nothing.
package struct Normalizer: Sendable {
    package init() {}

    package func normalize(_ text: String) -> String {
        var copy = text
        let bytes = copy.withUTF8 { normalize($0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The normalized form of `input`, which is valid UTF-8.
    func normalize(_ input: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var isComposed = true
        let bytes = [UInt8](unsafeUninitializedCapacity: input.count) { buffer, count in
            var writer = Writer(buffer: buffer)
            writer.write(input)
            isComposed = writer.isComposed
            count = writer.end
        }
        return isComposed ? bytes : Composition.compose(bytes)
    }
}

/// Writes the normalized form, which is never longer than the input: every rule keeps, shortens or drops.
private struct Writer {
    let buffer: UnsafeMutableBufferPointer<UInt8>
    var end = 0
    /// Where the spaces begin that end the text written so far; they are dropped before a line feed.
    var spaces = 0
    var isComposed = true
    /// The scalar written last.
    var last: UInt32 = 0

    init(buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

    mutating func write(_ input: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < input.count {
            let byte = input[index]
            if byte > 0x20, byte < 0x7F {
                buffer[end] = byte
                end += 1
                spaces = end
                last = UInt32(byte)
                index += 1
            } else if byte < 0x80 {
                index += 1
                // CR LF is one line feed: the LF of the pair writes it.
                if byte == 0x0D, index < input.count, input[index] == 0x0A { continue }
                writeASCII(byte)
            } else {
                index += writeScalar(input, index)
            }
        }
        end = spaces
    }

    /// Writes an ASCII character that is a space or a control. VT and FF are line breaks (UAX #14, class BK).
    private mutating func writeASCII(_ byte: UInt8) {
        switch byte {
        case 0x20, 0x09: space()
        case 0x0A...0x0D: lineFeed()
        default: break
        }
    }

    /// Writes the scalar at `index`. - Returns: Its length in bytes.
    private mutating func writeScalar(_ input: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        let (scalar, length) = UTF8Scalar.decode(input, at: index)
        switch ScalarPolicy(scalar) {
        case .space: space()
        case .lineFeed: lineFeed()
        case .remove: break
        case .joiner where end != spaces || !ScalarPolicy.joins(after: last): break
        case .keep, .joiner:
            for offset in 0..<length { buffer[end + offset] = input[index + offset] }
            end += length
            spaces = end
            last = scalar
            if !ScalarPolicy.isComposed(scalar) { isComposed = false }
        }
        return length
    }

    private mutating func space() {
        buffer[end] = 0x20
        end += 1
        last = 0x20
    }

    private mutating func lineFeed() {
        end = spaces
        buffer[end] = 0x0A
        end += 1
        spaces = end
        last = 0x0A
    }
}
