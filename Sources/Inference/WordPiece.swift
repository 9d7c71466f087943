internal import Foundation

/// A piece of a word of a text.
package struct Piece: Hashable, Sendable {
    /// In the vocabulary.
    package var id: Int32
    /// In scalars of the text that was given.
    package var start: Int32
    package var end: Int32
}

/// Cuts a text into pieces of words, as Hugging Face's BertTokenizer and MPNetTokenizer do for lower case.
///
/// Words are cut at spaces, marks and ideographs, written in lower case without accents, and covered from the left by the
/// longest pieces of the vocabulary (Wu et al. 2016, "WordPiece"); a word that can't be covered is one unknown piece. Time
/// is linear in the text, as words have at most 100 scalars. Special tokens are not looked for: no article can write them.
struct WordPiece: Sendable {
    let vocabulary: Vocabulary
    let unknown: Int32
    /// Longer words are unknown, as in the reference.
    private static let longestWord = 100

    /// The pieces of `text[range]`, with offsets from `range`'s start, added to `pieces`.
    func append(_ text: [Unicode.Scalar], _ range: Range<Int>, to pieces: inout [Piece], _ word: inout Word) {
        word.reset()
        for index in range {
            let scalar = text[index]
            let offset = Int32(index - range.lowerBound)
            switch ScalarClass(scalar) {
            case .dropped: continue
            case .space: finish(&word, &pieces)
            case .letter where scalar.isASCII:
                let byte = UInt8(scalar.value)
                word.append(byte: byte | (UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? 0x20 : 0), offset)
            case .single where scalar.isASCII || Self.isPlainMark(scalar):
                single(scalar, offset, &word, &pieces)
            case .letter: fold(scalar, offset, &word, &pieces)
            case .single:
                if ScalarClass.isIdeograph(scalar) { finish(&word, &pieces) }
                fold(scalar, offset, &word, &pieces)
                if ScalarClass.isIdeograph(scalar) { finish(&word, &pieces) }
            }
        }
        finish(&word, &pieces)
    }

    /// Quotation marks and dashes, the commonest of what is not ASCII; they have no other form.
    private static func isPlainMark(_ scalar: Unicode.Scalar) -> Bool { "\u{2010}"..."\u{2027}" ~= scalar }

    private func single(_ scalar: Unicode.Scalar, _ offset: Int32, _ word: inout Word, _ pieces: inout [Piece]) {
        finish(&word, &pieces)
        word.append(scalar, offset)
        finish(&word, &pieces)
    }

    /// Adds what is left of a scalar without its accents, in lower case.
    private func fold(_ scalar: Unicode.Scalar, _ offset: Int32, _ word: inout Word, _ pieces: inout [Piece]) {
        for part in String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
        where ScalarClass.category(part) != .nonspacingMark {
            for lower in part.properties.lowercaseMapping.unicodeScalars {
                switch ScalarClass(lower) {
                case .space: finish(&word, &pieces)
                case .single where !ScalarClass.isIdeograph(lower): single(lower, offset, &word, &pieces)
                default: word.append(lower, offset)
                }
            }
        }
    }

    /// Covers the word with pieces, and begins the next.
    private func finish(_ word: inout Word, _ pieces: inout [Piece]) {
        guard !word.bytes.isEmpty else { return }
        defer { word.reset() }
        let first = pieces.count
        var start = 0
        while start < word.bytes.count {
            guard word.scalars <= Self.longestWord, let (id, end) = longestPiece(word.bytes, start) else {
                pieces.removeSubrange(first...)
                pieces.append(Piece(id: unknown, start: word.offsets[0], end: (word.offsets.last ?? 0) + 1))
                return
            }
            pieces.append(Piece(id: Int32(id), start: word.offsets[start], end: word.offsets[end - 1] + 1))
            start = end
        }
    }

    private func longestPiece(_ bytes: [UInt8], _ start: Int) -> (id: Int, end: Int)? {
        var best: (id: Int, end: Int)?
        var hash = Vocabulary.Hash(isContinuation: start > 0)
        for end in start..<min(bytes.count, start + vocabulary.longest) {
            hash.add(bytes[end])
            // Pieces end where scalars end.
            guard end + 1 == bytes.count || bytes[end + 1] & 0xC0 != 0x80 else { continue }
            if let id = vocabulary.id(of: bytes[start...end], isContinuation: start > 0, hash: hash) {
                best = (id, end + 1)
            }
        }
        return best
    }

    /// A word as it is read: its bytes in UTF-8, and for each the scalar of the text that it came from.
    struct Word {
        fileprivate(set) var bytes: [UInt8] = []
        fileprivate(set) var offsets: [Int32] = []
        fileprivate(set) var scalars = 0

        fileprivate mutating func reset() {
            bytes.removeAll(keepingCapacity: true)
            offsets.removeAll(keepingCapacity: true)
            scalars = 0
        }

        fileprivate mutating func append(byte: UInt8, _ offset: Int32) {
            scalars += 1
            // What is longer than a word may be needs no more bytes than show it.
            guard scalars <= WordPiece.longestWord + 1 else { return offsets[offsets.count - 1] = offset }
            bytes.append(byte)
            offsets.append(offset)
        }

        fileprivate mutating func append(_ scalar: Unicode.Scalar, _ offset: Int32) {
            scalars += 1
            guard scalars <= WordPiece.longestWord + 1 else { return offsets[offsets.count - 1] = offset }
            for byte in UTF8.encode(scalar).unsafelyUnwrapped {
                bytes.append(byte)
                offsets.append(offset)
            }
        }
    }
}
