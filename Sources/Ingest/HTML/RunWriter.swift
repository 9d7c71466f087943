/// Writes runs of text, with white space collapsed, references resolved and links marked.
struct RunWriter {
    /// Where the open run begins in the text.
    private var start = 0
    /// Whether the open run has anything but white space.
    private var hasInk = false
    private var endsWithSpace = true
    private var isInLink = false
    private var isMarked = false
    private var linkDepth = 0
    /// Whether white space stood alone between two elements that mark words.
    private var isSpacePending = false
    /// Open `pre` elements.
    var preformatted = 0

    mutating func startLink(depth: Int) {
        isInLink = true
        linkDepth = depth
    }

    mutating func endLink(_ skeleton: Skeleton) {
        isInLink = false
        mark(skeleton)
    }

    /// Ends a link that was never closed where the block ends in which it began.
    mutating func leave(depth: Int) {
        if isInLink, depth < linkDepth { isInLink = false }
    }

    private mutating func mark(_ skeleton: Skeleton) {
        if isMarked { skeleton.text.append(Skeleton.linkEnd) }
        isMarked = false
    }

    private mutating func ink(_ skeleton: Skeleton) {
        if isSpacePending {
            skeleton.text.append(0x20)
            isSpacePending = false
        }
        if isInLink, !isMarked {
            skeleton.text.append(Skeleton.linkStart)
            isMarked = true
        }
        hasInk = true
        endsWithSpace = false
    }

    /// Ends the run, and adds its placeholder to the markup where it has text.
    ///
    /// - Parameter isInline: Whether the text goes on behind the tag.
    @inline(__always)
    mutating func close(_ skeleton: Skeleton, isInline: Bool = false) {
        if hasInk {
            mark(skeleton)
            skeleton.appendPlaceholder(skeleton.runs.count)
            skeleton.runs.append(
                Skeleton.Run(
                    start: Int32(truncatingIfNeeded: start),
                    end: Int32(truncatingIfNeeded: skeleton.text.count)
                )
            )
            start = skeleton.text.count
            hasInk = false
        } else {
            if skeleton.text.count > start { isSpacePending = true }
            skeleton.text.truncate(start)
        }
        isMarked = false
        if !isInline {
            endsWithSpace = true
            isSpacePending = false
        }
    }

    mutating func lineBreak(_ skeleton: Skeleton) {
        guard hasInk else { return }
        skeleton.text.append(0x0A)
        endsWithSpace = true
    }

    mutating func append(_ bytes: UnsafePointer<UInt8>, _ count: Int, to skeleton: Skeleton) {
        // Without references no text grows; a link has two marks.
        skeleton.text.reserve(count + 3)
        var index = 0
        while index < count {
            let byte = bytes[index]
            if byte <= 0x20 {
                index += 1
                if ByteClass.isSpace(byte) { space(byte, skeleton) }
                continue
            }
            // A no-break space is a space that only browsers treat otherwise.
            if byte == 0xC2, index + 1 < count, bytes[index + 1] == 0xA0 {
                index += 2
                space(0x20, skeleton)
                continue
            }
            if byte == UInt8(ascii: "&"), let (scalar, length) = HTMLReferences.reference(bytes + index, count - index)
            {
                index += length
                if scalar == 0xA0 || scalar <= 0x20 {
                    space(0x20, skeleton)
                } else {
                    ink(skeleton)
                    HTMLReferences.append(scalar, to: &skeleton.text)
                }
                continue
            }
            ink(skeleton)
            var run = index + 1
            while run < count, bytes[run] > 0x20, bytes[run] != UInt8(ascii: "&"), bytes[run] != 0xC2 { run += 1 }
            skeleton.text.append(bytes + index, run - index)
            index = run
        }
    }

    @inline(__always)
    private mutating func space(_ byte: UInt8, _ skeleton: Skeleton) {
        if preformatted > 0, byte == 0x0A {
            if hasInk { skeleton.text.append(0x0A) }
            endsWithSpace = true
        } else if !endsWithSpace {
            skeleton.text.append(0x20)
            endsWithSpace = true
        }
    }
}
