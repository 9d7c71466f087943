/// The labels of `[label]: address` lines, which links may name instead of an address.
struct LinkReferences {
    private var labels: Set<[UInt8]> = []

    /// CommonMark 0.31, section 6.3: a label has at most 999 characters.
    static let longestLabel = 999

    init(_ lines: ArraySlice<MarkdownLine>) {
        for line in lines where line.indentation < 4 {
            if let label = Self.label(line.text) { labels.insert(Self.folded(label)) }
        }
    }

    func contains(_ label: some Collection<UInt8>) -> Bool {
        !labels.isEmpty && label.count <= Self.longestLabel && labels.contains(Self.folded(label))
    }

    /// The label that a line gives an address to; `nil` for other lines, and for footnotes, which are text.
    static func label(_ line: UnsafeBufferPointer<UInt8>) -> Slice<UnsafeBufferPointer<UInt8>>? {
        guard line.count > 4, line[0] == UInt8(ascii: "["), line[1] != UInt8(ascii: "^") else { return nil }
        guard let end = line.prefix(longestLabel + 2).firstIndex(of: UInt8(ascii: "]")), end > 1, end + 2 < line.count,
            line[end + 1] == UInt8(ascii: ":")
        else { return nil }
        // Behind an address comes a title in quotation marks, or nothing; anything else is prose.
        let rest = line[(end + 2)...].drop { $0 == 0x20 }
        let title = rest.drop { $0 != 0x20 }.drop { $0 == 0x20 }
        guard !rest.isEmpty, title.first.map({ "\"'(".utf8.contains($0) }) ?? true else { return nil }
        return line[1..<end]
    }

    private static func folded(_ label: some Collection<UInt8>) -> [UInt8] {
        label.split { $0 <= 0x20 }.map { $0.map(ByteClass.lower) }.joined(separator: [0x20]).map { $0 }
    }
}
