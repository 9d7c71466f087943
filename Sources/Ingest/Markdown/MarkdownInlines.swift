/// Takes the marks out of a piece of Markdown (CommonMark 0.31, section 6): emphasis, links, pictures, code, tags, escapes
/// and character references.
///
/// - Complexity: Linear: each kind of mark has a stack of its own, and a search for an end that fails isn't made twice.
struct MarkdownInlines {
    private let references: LinkReferences

    init(_ references: LinkReferences) { self.references = references }

    /// - Returns: The text, and whether it is nothing but pictures' descriptions.
    func plain(_ text: [UInt8]) -> (text: [UInt8], isPicture: Bool) {
        text.withUnsafeBufferPointer { bytes in
            var scan = Scan(bytes, references)
            scan.run()
            var plain = scan.result()
            if plain.contains(UInt8(ascii: "&")) {
                plain = Array(plain.withUnsafeBufferPointer { HTMLReferences.resolve($0) }.utf8)
            }
            return (plain, scan.isPicture)
        }
    }
}

private struct Scan {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let references: LinkReferences
    private var index = 0
    private var output: [UInt8] = []
    /// Places in ``output`` that turned out to be marks.
    private var marks: [Range<Int>] = []
    private var brackets: [Bracket] = []
    private var openers: [UInt8: [Opener]] = [:]
    /// The pictures among ``brackets``.
    private var pictures = 0
    /// The lengths of code marks that do not come again.
    private var lastCodeMarks: Set<Int> = []
    /// Up to where there is no `>`.
    private var tagless = 0
    private var hasPicture = false
    private var hasText = false

    /// More brackets in one another than any text has, also in an address.
    private static let mostBrackets = 64
    /// The longest tag, address and label, in bytes, and the longest run of backticks.
    private static let (longestTag, longestAddress, longestLabel, longestCodeMark) = (2_000, 2_000, 100, 16)

    private struct Bracket {
        /// Where in the output it stands, and where in the text what is in it begins.
        let output: Int
        let content: Int
        let isPicture: Bool
    }

    private struct Opener {
        var range: Range<Int>
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ references: LinkReferences) {
        self.bytes = bytes
        self.references = references
        output.reserveCapacity(bytes.count)
    }

    var isPicture: Bool { hasPicture && !hasText }

    func result() -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(output.count)
        var start = 0
        for mark in marks.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            result.append(contentsOf: output[start..<max(start, mark.lowerBound)])
            start = max(start, mark.upperBound)
        }
        result.append(contentsOf: output[start...])
        return result
    }

    mutating func run() {
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\"): escape()
            case UInt8(ascii: "`"): code()
            case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): emphasis()
            case UInt8(ascii: "!") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "["):
                open(isPicture: true, length: 2)
            case UInt8(ascii: "["): open(isPicture: false, length: 1)
            case UInt8(ascii: "]"): close()
            case UInt8(ascii: "<"): tag()
            case let byte:
                if byte > 0x20, pictures == 0 { hasText = true }
                output.append(byte)
                index += 1
            }
        }
    }

    private mutating func escape() {
        index += 1
        guard index < bytes.count else { return output.append(UInt8(ascii: "\\")) }
        let byte = bytes[index]
        if byte == 0x0A {
            output.append(byte)
        } else if byte > 0x20, byte < 0x7F, !ByteClass.isLetter(byte), !ByteClass.isDigit(byte) {
            hasText = true
            // An escaped `&` begins no reference: one that is written out stays as it is.
            if byte == UInt8(ascii: "&") { output.append(contentsOf: "&amp;".utf8) } else { output.append(byte) }
        } else {
            output.append(UInt8(ascii: "\\"))
            return
        }
        index += 1
    }

    private mutating func code() {
        let count = bytes[index...].prefix { $0 == UInt8(ascii: "`") }.count
        let start = index + count
        hasText = true
        var end = start
        if count <= Self.longestCodeMark, !lastCodeMarks.contains(count) {
            while let next = bytes[end...].firstIndex(of: UInt8(ascii: "`")) {
                let run = bytes[next...].prefix { $0 == UInt8(ascii: "`") }.count
                end = next + run
                guard run == count else { continue }
                output.append(contentsOf: bytes[start..<next])
                index = end
                return
            }
            lastCodeMarks.insert(count)
        }
        output.append(contentsOf: bytes[index..<start])
        index = start
    }

    /// Marks that open wait for marks that close; what finds no partner stays as it is written.
    private mutating func emphasis() {
        let mark = bytes[index]
        let count = bytes[index...].prefix { $0 == mark }.count
        let before = index > 0 ? bytes[index - 1] : 0x20
        let after = index + count < bytes.count ? bytes[index + count] : 0x20
        let isInWord = Self.isWord(before) && Self.isWord(after)
        var canOpen = after > 0x20 && !(mark == UInt8(ascii: "_") && isInWord)
        var canClose = before > 0x20 && !(mark == UInt8(ascii: "_") && isInWord)
        if mark == UInt8(ascii: "~"), count != 2 { (canOpen, canClose) = (false, false) }
        let start = output.count
        output.append(contentsOf: bytes[index..<(index + count)])
        index += count
        var rest = start..<output.count
        if canClose {
            while !rest.isEmpty, var opener = openers[mark]?.popLast() {
                let used = min(opener.range.count, rest.count)
                marks.append((opener.range.upperBound - used)..<opener.range.upperBound)
                marks.append(rest.lowerBound..<(rest.lowerBound + used))
                rest = (rest.lowerBound + used)..<rest.upperBound
                opener.range = opener.range.lowerBound..<(opener.range.upperBound - used)
                if !opener.range.isEmpty { openers[mark]?.append(opener) }
            }
        }
        if canOpen, !rest.isEmpty { openers[mark, default: []].append(Opener(range: rest)) }
        if !canOpen, !canClose { hasText = true }
    }

    private mutating func open(isPicture: Bool, length: Int) {
        if brackets.count == Self.mostBrackets, brackets.removeFirst().isPicture { pictures -= 1 }
        if isPicture { pictures += 1 }
        brackets.append(Bracket(output: output.count, content: index + length, isPicture: isPicture))
        output.append(contentsOf: bytes[index..<(index + length)])
        index += length
    }

    /// Ends a link where an address or a label follows; a bracket with neither is text.
    private mutating func close() {
        guard let bracket = brackets.popLast() else {
            output.append(bytes[index])
            index += 1
            return
        }
        if bracket.isPicture { pictures -= 1 }
        let content = bytes[bracket.content..<index]
        let next = index + 1
        let opening = bracket.output..<(bracket.output + (bracket.isPicture ? 2 : 1))
        if content.first == UInt8(ascii: "^"), !content.contains(where: { $0 <= 0x20 }) {
            // A footnote's number.
            marks.append(opening.lowerBound..<output.count)
            index = next
            return
        }
        var end: Int?
        if next < bytes.count, bytes[next] == UInt8(ascii: "(") {
            end = address(next + 1)
        } else if next < bytes.count, bytes[next] == UInt8(ascii: "["),
            let label = bytes[(next + 1)...].prefix(Self.longestLabel).firstIndex(of: UInt8(ascii: "]")),
            isLabel(label == next + 1 ? content : bytes[(next + 1)..<label])
        {
            end = label + 1
        } else if isLabel(content) {
            end = next
        }
        if let end {
            marks.append(opening)
            if bracket.isPicture { hasPicture = true }
            index = end
        } else {
            hasText = true
            output.append(bytes[index])
            index = next
        }
    }

    /// The end of a link's address and title, which begin at `start`. Brackets in it may be in one another.
    private mutating func address(_ start: Int) -> Int? {
        var depth = 1
        var isQuoted = false
        var place = start
        while place < bytes.count, place - start < Self.longestAddress, depth < Self.mostBrackets {
            switch bytes[place] {
            case UInt8(ascii: "\\"): place += 1
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: "(") where !isQuoted: depth += 1
            case UInt8(ascii: ")") where !isQuoted:
                depth -= 1
                if depth == 0 { return place + 1 }
            default: break
            }
            place += 1
        }
        return nil
    }

    private func isLabel(_ content: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        content.count <= Self.longestLabel && !content.contains(UInt8(ascii: "[")) && references.contains(content)
    }

    /// A tag goes, an address in angle brackets stays without them, and a `<` that begins neither is text.
    private mutating func tag() {
        let next = index + 1
        guard next < bytes.count, ByteClass.isLetter(bytes[next]) || "/!".utf8.contains(bytes[next]),
            let end = tagEnd(next)
        else {
            hasText = true
            output.append(bytes[index])
            index = next
            return
        }
        let content = bytes[next..<end]
        if !content.contains(where: { $0 <= 0x20 }),
            content.contains(UInt8(ascii: ":")) || content.contains(UInt8(ascii: "@"))
        {
            hasText = true
            output.append(contentsOf: content)
        } else if content.starts(with: "br".utf8) {
            output.append(0x0A)
        }
        index = end + 1
    }

    private mutating func tagEnd(_ start: Int) -> Int? {
        let limit = min(bytes.count, start + Self.longestTag)
        let from = max(start, tagless)
        guard from < limit else { return nil }
        if let end = bytes[from..<limit].firstIndex(of: UInt8(ascii: ">")) { return end }
        tagless = limit
        return nil
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        ByteClass.isLetter(byte) || ByteClass.isDigit(byte) || byte >= 0x80
    }
}
