/// What the scanner keeps of a tag's attributes; ranges are bytes of the page, empty where there is none.
struct TagAttributes {
    var traits: Trait = []
    var hasAddress = false
    var isSelfClosing = false
    var content = 0..<0
    var name = 0..<0
    var property = 0..<0
    var itemprop = 0..<0
    var rel = 0..<0
    var href = 0..<0
    var datetime = 0..<0
    var lang = 0..<0
    var type = 0..<0
}

extension SkeletonScanner {
    /// Reads attributes up to and with the `>`. - Returns: `false` where the page ends in the tag, which is then no tag.
    @inline(__always)
    mutating func readAttributes(
        of element: Element,
        _ treatment: Element.Treatment,
        into attributes: inout TagAttributes
    ) -> Bool {
        let wantsTraits = skip == nil && (treatment == .block || treatment == .inline || treatment == .link)
        let wantsFacts = skip == nil && (treatment == .facts && element != .inline || element == .script)
        while position < end {
            let byte = bytes[position]
            if byte == UInt8(ascii: ">") {
                position += 1
                return true
            }
            if byte == UInt8(ascii: "/") || byte <= 0x20 && ByteClass.isSpace(byte) {
                attributes.isSelfClosing = byte == UInt8(ascii: "/")
                position += 1
                continue
            }
            attributes.isSelfClosing = false
            let name = readName()
            let value = readValue()
            if wantsTraits {
                addTraits(element, name, value, &attributes)
            } else if wantsFacts {
                addFact(name, value, &attributes)
            }
        }
        return false
    }

    @inline(__always)
    private mutating func readName() -> Range<Int> {
        let start = position
        // A name may begin with "=".
        position += 1
        while position < end {
            let byte = bytes[position]
            if byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
                || byte <= 0x20 && ByteClass.isSpace(byte)
            {
                break
            }
            position += 1
        }
        return start..<position
    }

    @inline(__always)
    private mutating func skipSpace() {
        while position < end, ByteClass.isSpace(bytes[position]) { position += 1 }
    }

    @inline(__always)
    private mutating func readValue() -> Range<Int> {
        skipSpace()
        guard position < end, bytes[position] == UInt8(ascii: "=") else { return position..<position }
        position += 1
        skipSpace()
        guard position < end else { return position..<position }
        let quote = bytes[position]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let start = position + 1
            let found = find(quote, from: start)
            position = min(found + 1, end)
            return start..<found
        }
        let start = position
        while position < end, bytes[position] != UInt8(ascii: ">"), !ByteClass.isSpace(bytes[position]) {
            position += 1
        }
        return start..<position
    }

    @inline(__always)
    func isName(_ range: Range<Int>, _ name: StaticString) -> Bool {
        guard range.count == name.utf8CodeUnitCount else { return false }
        for index in 0..<range.count where bytes[range.lowerBound + index] | 0x20 != name.utf8Start[index] | 0x20 {
            return false
        }
        return true
    }

    private mutating func addTraits(
        _ element: Element,
        _ name: Range<Int>,
        _ value: Range<Int>,
        _ attributes: inout TagAttributes
    ) {
        switch name.count {
        case 2 where isName(name, "id"): attributes.traits.formUnion(traits.traits(bytes, value))
        case 3 where isName(name, "rel"): attributes.traits.formUnion(traits.traits(bytes, value).intersection(.byline))
        case 4 where isName(name, "role"): attributes.traits.formUnion(Self.role(bytes, value))
        case 4 where element == .a && isName(name, "href"): attributes.hasAddress = true
        case 5 where isName(name, "class"): attributes.traits.formUnion(traits.traits(bytes, value))
        case 5 where isName(name, "style"):
            if isHiding(value) { attributes.traits.insert(.hidden) }
        case 6 where isName(name, "hidden"): attributes.traits.insert(.hidden)
        case 7 where isName(name, "data-qa"), 8 where isName(name, "itemprop"), 9 where isName(name, "data-type"),
            10 where isName(name, "aria-label"), 11 where isName(name, "data-testid"),
            14 where isName(name, "data-component"):
            attributes.traits.formUnion(traits.traits(bytes, value))
        default: break
        }
    }

    private static func role(_ bytes: UnsafePointer<UInt8>, _ value: Range<Int>) -> Trait {
        let role = String(
            decoding: UnsafeBufferPointer(start: bytes + value.lowerBound, count: min(value.count, 20)),
            as: UTF8.self
        )
        return switch role.lowercased() {
        case "navigation", "menu", "menubar", "search", "tablist", "toolbar": .navigation
        case "banner": .header
        case "contentinfo": .footer
        case "complementary": .sidebar
        case "dialog", "alertdialog", "tooltip": .widget
        case "main": .body
        default: []
        }
    }

    /// Whether a style has `display: none`.
    private func isHiding(_ value: Range<Int>) -> Bool {
        let words = Array("display:none".utf8)
        var matched = 0
        for index in value.prefix(256) {
            let byte = bytes[index]
            if byte == 0x20 { continue }
            if byte | 0x20 == words[matched] | 0x20 {
                matched += 1
                if matched == words.count { return true }
            } else {
                matched = byte | 0x20 == words[0] ? 1 : 0
            }
        }
        return false
    }

    private func addFact(_ name: Range<Int>, _ value: Range<Int>, _ attributes: inout TagAttributes) {
        switch name.count {
        case 3 where isName(name, "rel"): attributes.rel = value
        case 4 where isName(name, "name"): attributes.name = value
        case 4 where isName(name, "href"): attributes.href = value
        case 4 where isName(name, "lang"): attributes.lang = value
        case 4 where isName(name, "type"): attributes.type = value
        case 7 where isName(name, "content"): attributes.content = value
        case 8 where isName(name, "property"): attributes.property = value
        case 8 where isName(name, "itemprop"): attributes.itemprop = value
        case 8 where isName(name, "datetime"): attributes.datetime = value
        default: break
        }
    }
}
