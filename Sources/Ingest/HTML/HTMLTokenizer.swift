/// Cuts a page into tokens, after the tokenizer of the HTML Standard (13.2.5) in what matters for text.
///
/// It reads each byte a bounded number of times and keeps nothing but its position, so it is linear and its memory is
/// constant whatever the page holds. What the standard calls a parse error is read as the standard reads it.
struct HTMLTokenizer {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    /// The element whose raw text comes next.
    private var rawText: HTMLElement?
    /// The attributes that a tag may have; those after are read over.
    private static let maximumAttributes = 64

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The next token, or `nil` at the end.
    mutating func next() -> HTMLToken? {
        if let element = rawText {
            rawText = nil
            let range = readRawText(element)
            if !range.isEmpty { return element == .title || element == .textarea ? .text(range) : .verbatim(range) }
        }
        while position < bytes.count {
            if bytes[position] != UInt8(ascii: "<") || !isMarkup(position) { return .text(readText()) }
            if let token = readMarkup() { return token }
        }
        return nil
    }

    /// Whether the `<` at `index` begins markup, and does not stand for itself.
    private func isMarkup(_ index: Int) -> Bool {
        guard index + 1 < bytes.count else { return false }
        let next = bytes[index + 1]
        if ByteClass.isLetter(next) || next == UInt8(ascii: "!") || next == UInt8(ascii: "?") { return true }
        return next == UInt8(ascii: "/") && index + 2 < bytes.count
    }

    private mutating func readText() -> Range<Int> {
        let start = position
        position += 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "<") || !isMarkup(position) { position += 1 }
        return start..<position
    }

    /// Reads a comment, a declaration or a tag. - Returns: `nil` where it is none of our tokens.
    private mutating func readMarkup() -> HTMLToken? {
        switch bytes[position + 1] {
        case UInt8(ascii: "!"):
            if has("<!--") {
                skipComment()
            } else if has("<![CDATA[") {
                return .verbatim(readSection(9, "]]>"))
            } else {
                skip(past: UInt8(ascii: ">"))
            }
            return nil
        case UInt8(ascii: "?"):
            skip(past: UInt8(ascii: ">"))
            return nil
        case UInt8(ascii: "/"):
            guard ByteClass.isLetter(bytes[position + 2]) else {
                skip(past: UInt8(ascii: ">"))
                return nil
            }
            position += 2
            let element = readName()
            _ = readAttributes(keeping: false)
            return element.map { .end($0) }
        default:
            position += 1
            return readStartTag()
        }
    }

    private mutating func readStartTag() -> HTMLToken? {
        let element = readName()
        guard var tag = readAttributes(keeping: element != nil), let element else { return nil }
        tag.element = element
        if element.isRawText, !tag.isSelfClosing || element == .script { rawText = element }
        return .start(tag)
    }

    /// Reads the name of a tag. - Returns: `nil` for an element that ingest does not know.
    private mutating func readName() -> HTMLElement? {
        let start = position
        while position < bytes.count, !ByteClass.isSpace(bytes[position]), bytes[position] != UInt8(ascii: "/"),
            bytes[position] != UInt8(ascii: ">")
        {
            position += 1
        }
        guard position - start <= HTMLElement.longestName else { return nil }
        let name = String(unsafeUninitializedCapacity: position - start) { buffer in
            for index in start..<position { buffer[index - start] = ByteClass.lower(bytes[index]) }
            return position - start
        }
        return HTMLElement.named[name]
    }

    /// Reads attributes up to and with the `>`. - Returns: `nil` where the page ends in the tag, which is then no tag.
    private mutating func readAttributes(keeping: Bool) -> HTMLTag? {
        var tag = HTMLTag(element: .html)
        var count = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: ">") {
                position += 1
                return tag
            }
            if ByteClass.isSpace(byte) || byte == UInt8(ascii: "/") {
                position += 1
                tag.isSelfClosing = byte == UInt8(ascii: "/")
                continue
            }
            tag.isSelfClosing = false
            let name = readAttributeName()
            let value = readAttributeValue()
            count += 1
            guard keeping, count <= Self.maximumAttributes, name.count <= 8 else { continue }
            let text = String(decoding: name.map { ByteClass.lower(bytes[$0]) }, as: UTF8.self)
            if let attribute = HTMLAttribute(rawValue: text), tag.attributes[attribute] == nil {
                tag.attributes[attribute] = value
            }
        }
        return nil
    }

    private mutating func readAttributeName() -> Range<Int> {
        let start = position
        // A name may begin with "=".
        position += 1
        while position < bytes.count, !ByteClass.isSpace(bytes[position]), !"/>=".utf8.contains(bytes[position]) {
            position += 1
        }
        return start..<position
    }

    private mutating func readAttributeValue() -> Range<Int> {
        let afterName = position
        skipSpace()
        guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
            // The space may stand before "/" or ">", which the caller reads.
            return afterName..<afterName
        }
        position += 1
        skipSpace()
        guard position < bytes.count else { return position..<position }
        let quote = bytes[position]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            position += 1
            let start = position
            while position < bytes.count, bytes[position] != quote { position += 1 }
            let end = position
            position = min(position + 1, bytes.count)
            return start..<end
        }
        let start = position
        while position < bytes.count, !ByteClass.isSpace(bytes[position]), bytes[position] != UInt8(ascii: ">") {
            position += 1
        }
        return start..<position
    }
}

extension HTMLTokenizer {
    private mutating func skipSpace() {
        while position < bytes.count, ByteClass.isSpace(bytes[position]) { position += 1 }
    }

    /// Moves behind the next `byte`, or to the end.
    private mutating func skip(past byte: UInt8) {
        while position < bytes.count, bytes[position] != byte { position += 1 }
        position = min(position + 1, bytes.count)
    }

    private func has(_ text: StaticString, at index: Int? = nil) -> Bool {
        let start = index ?? position
        guard start + text.utf8CodeUnitCount <= bytes.count else { return false }
        return (0..<text.utf8CodeUnitCount).allSatisfy { bytes[start + $0] == text.utf8Start[$0] }
    }

    /// Moves behind a comment: `<!-->`, `<!--->`, or up to `-->` or `--!>`; one that is never closed takes all the
    /// rest.
    private mutating func skipComment() {
        position += 4
        if has(">") || has("->") {
            skip(past: UInt8(ascii: ">"))
            return
        }
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "-"), has("-->") || has("--!>") {
                skip(past: UInt8(ascii: ">"))
                return
            }
            position += 1
        }
    }

    /// Reads on from `offset` to before `end`, and moves behind it.
    private mutating func readSection(_ offset: Int, _ end: StaticString) -> Range<Int> {
        position += offset
        let start = position
        while position < bytes.count, !has(end) { position += 1 }
        defer { position = min(position + end.utf8CodeUnitCount, bytes.count) }
        return start..<position
    }

    /// Reads up to the end tag of `element`, which is left to be read.
    private mutating func readRawText(_ element: HTMLElement) -> Range<Int> {
        let start = position
        let name = element.rawValue.utf8
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "<"), position + name.count + 2 < bytes.count,
                bytes[position + 1] == UInt8(ascii: "/"),
                name.enumerated().allSatisfy({ ByteClass.lower(bytes[position + 2 + $0.offset]) == $0.element })
            {
                let after = bytes[position + 2 + name.count]
                if ByteClass.isSpace(after) || after == UInt8(ascii: "/") || after == UInt8(ascii: ">") { break }
            }
            position += 1
        }
        return start..<position
    }
}
