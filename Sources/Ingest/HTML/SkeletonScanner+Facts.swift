extension SkeletonScanner {
    /// Keeps what an element without text says.
    mutating func fact(_ element: Element, _ attributes: TagAttributes) {
        switch element {
        case .meta:
            let name = [attributes.property, attributes.name, attributes.itemprop].first { !$0.isEmpty }
            guard let name, !attributes.content.isEmpty, skeleton.facts.metas.count < PageFacts.most else { return }
            skeleton.facts.metas.append(PageFacts.Meta(name: name, content: attributes.content))
        case .time:
            guard !attributes.datetime.isEmpty, skeleton.facts.times.count < PageFacts.most else { return }
            skeleton.facts.times.append(Skeleton.Time(value: attributes.datetime, tag: skeleton.tags.count))
        case .link:
            guard isName(attributes.rel, "canonical"), skeleton.facts.canonical == nil else { return }
            skeleton.facts.canonical = attributes.href
        case .html:
            if !attributes.lang.isEmpty, skeleton.facts.language == nil { skeleton.facts.language = attributes.lang }
        default: break
        }
    }

    /// Reads an element whose content is text without markup, and keeps it where it is a fact.
    mutating func raw(_ element: Element, _ attributes: TagAttributes) {
        let content = rawContent(element)
        switch element {
        case .title: if skeleton.facts.title == nil { skeleton.facts.title = content }
        case .script:
            let type = attributes.type
            guard type.count >= 7, isName(type.upperBound - 7..<type.upperBound, "ld+json") || hasLinkedData(type),
                skeleton.facts.linkedData.count < PageFacts.most
            else { return }
            skeleton.facts.linkedData.append(content)
        default: break
        }
    }

    private func hasLinkedData(_ type: Range<Int>) -> Bool {
        guard type.count >= 19 else { return false }
        return isName(type.lowerBound..<type.lowerBound + 19, "application/ld+json")
    }

    /// Moves behind the content, to the end tag of `element`.
    private mutating func rawContent(_ element: Element) -> Range<Int> {
        let start = position
        let name = Self.rawNames[Int(element.rawValue)]
        var isEscaped = false
        var isDoubleEscaped = false
        while position < end {
            if isEscaped, byte(position) == UInt8(ascii: "-"), byte(position + 1) == UInt8(ascii: "-"),
                byte(position + 2) == UInt8(ascii: ">")
            {
                (isEscaped, isDoubleEscaped) = (false, false)
            }
            if isEscaped, bytes[position] != UInt8(ascii: "<") {
                position += 1
                continue
            }
            if !isEscaped { position = find(UInt8(ascii: "<"), from: position) }
            if position >= end { break }
            if byte(position + 1) == UInt8(ascii: "/"), hasWord(name, position + 2) {
                if !isDoubleEscaped { break }
                isDoubleEscaped = false
            } else if element == .script {
                // HTML Standard, 13.2.5.15 and after: a comment in a script that has a script in it.
                if isEscaped, hasWord(name, position + 1) { isDoubleEscaped = true }
                if !isEscaped, byte(position + 1) == UInt8(ascii: "!"), byte(position + 2) == UInt8(ascii: "-"),
                    byte(position + 3) == UInt8(ascii: "-")
                {
                    isEscaped = true
                    // `<!-->` is over at once; the dashes of its start may be those of its end.
                    position += 1
                }
            }
            position += 1
        }
        return start..<min(position, end)
    }

    /// Whether the name `word` is at `index`, in any case, with its end behind it.
    private func hasWord(_ word: [UInt8], _ index: Int) -> Bool {
        guard index + word.count < end else { return false }
        for offset in word.indices where bytes[index + offset] | 0x20 != word[offset] { return false }
        let after = bytes[index + word.count]
        return ByteClass.isSpace(after) || after == UInt8(ascii: "/") || after == UInt8(ascii: ">")
    }

    /// Names by element.
    private static let rawNames: [[UInt8]] = Element.allCases.map { Array(String(describing: $0).utf8) }
}
