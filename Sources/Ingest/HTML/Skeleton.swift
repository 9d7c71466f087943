/// What is left of a page when everything is taken out that no reader of articles needs: for the parser the tags that
/// shape the tree, with a private character for each run of text; beside it the runs themselves and what the
/// attributes said.
///
/// A tree builder costs time by the byte, and of a page of today less than a twentieth are such tags.
///
/// One scanner at a time writes to it, byte by byte; a look-up for each in the runtime's set of accesses would cost a twentieth of
/// all extraction.
final class Skeleton {
    /// A start tag that the markup has.
    struct Tag {
        /// Where it begins in ``markup``.
        var offset: Int32
        var element: Element
        var traits: Trait
    }

    /// Text without a tag of ``markup`` inside; bytes of ``text``.
    struct Run {
        var start: Int32
        var end: Int32
    }

    /// An attribute that says when.
    struct Time {
        var value: Range<Int>
        /// The number of tags before it.
        var tag: Int
    }

    /// Before and after the text of a link, in ``text``.
    static let linkStart: UInt8 = 1
    static let linkEnd: UInt8 = 2

    @exclusivity(unchecked) var markup: ByteBuffer
    /// Text with references resolved and runs of white space as one space; `br` and line breaks of `pre` are line feeds.
    @exclusivity(unchecked) var text: ByteBuffer
    @exclusivity(unchecked) var tags: [Tag] = []
    @exclusivity(unchecked) var runs: [Run] = []
    var facts = PageFacts()

    init(capacity: Int) {
        markup = ByteBuffer(capacity: capacity / 8)
        text = ByteBuffer(capacity: capacity / 8)
        tags.reserveCapacity(1024)
        runs.reserveCapacity(1024)
    }

    // MARK: Placeholders

    /// The private characters of one plane that stand for runs: all but the last, which are no characters.
    private static let base = 0xFF00

    /// Adds the placeholder of a run: a character of plane 15, after one of plane 16 for the high digit where there is
    /// one.
    func appendPlaceholder(_ run: Int) {
        if run >= Self.base { appendScalar(0x10_0000 + run / Self.base) }
        appendScalar(0xF_0000 + run % Self.base)
    }

    private func appendScalar(_ value: Int) {
        markup.append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
        markup.append(UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F))
        markup.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
        markup.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    }

    /// Calls `body` with each run in the text of a node of the tree.
    static func runs(inPlaceholders text: UnsafePointer<CChar>, _ body: (Int) -> Void) {
        var index = 0
        var high = 0
        while text[index] != 0 {
            let lead = UInt8(bitPattern: text[index])
            // Nothing but placeholders was text.
            guard lead >= 0xF0 else {
                index += 1
                continue
            }
            var value = Int(lead & 0x07)
            for offset in 1...3 { value = value << 6 | Int(UInt8(bitPattern: text[index + offset]) & 0x3F) }
            index += 4
            if value >= 0x10_0000 {
                high = value - 0x10_0000
            } else {
                body(high * base + value - 0xF_0000)
                high = 0
            }
        }
    }
}

/// What a page says of itself in elements without text; ranges are bytes of the page.
struct PageFacts {
    /// A `meta` element.
    struct Meta {
        var name: Range<Int>
        var content: Range<Int>
    }

    var title: Range<Int>?
    var language: Range<Int>?
    var canonical: Range<Int>?
    var metas: [Meta] = []
    var linkedData: [Range<Int>] = []
    var times: [Skeleton.Time] = []

    /// More of each say nothing new.
    static let most = 256
}
