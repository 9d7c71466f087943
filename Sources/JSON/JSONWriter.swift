/// Writes JSON as UTF-8: compact, or indented by two spaces for people.
package struct JSONWriter {
    package enum Style: Hashable, Sendable { case compact, pretty }

    /// What has been written.
    package private(set) var bytes: [UInt8] = []
    private let style: Style
    private var indentation = 0

    package init(style: Style = .compact, capacity: Int = 256) {
        self.style = style
        bytes.reserveCapacity(capacity)
    }

    package mutating func write(_ value: JSON) {
        switch value {
        case .null: raw("null")
        case .bool(let value): raw(value ? "true" : "false")
        case .number(let value): raw(value.literal)
        case .string(let value): string(value)
        case .array(let elements):
            group("[", "]", elements) { writer, element in writer.write(element) }
        case .object(let members):
            group("{", "}", members) { writer, member in
                writer.string(member.key)
                writer.raw(writer.style == .pretty ? ": " : ":")
                writer.write(member.value)
            }
        }
    }

    /// Writes text as a JSON string, escaping no more than RFC 8259 demands.
    package mutating func string(_ text: String) {
        var text = text
        text.withUTF8 { JSONEscapes.append($0, to: &bytes) }
    }

    /// Writes text as it is. The caller answers for its being JSON.
    package mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func group<Elements: Sequence>(
        _ open: String,
        _ close: String,
        _ elements: Elements,
        _ body: (inout Self, Elements.Element) -> Void
    ) {
        raw(open)
        indentation += 1
        var isFirst = true
        for element in elements {
            if !isFirst { raw(",") }
            isFirst = false
            newLine()
            body(&self, element)
        }
        indentation -= 1
        if !isFirst { newLine() }
        raw(close)
    }

    private mutating func newLine() {
        guard style == .pretty else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation * 2))
    }
}

extension JSON {
    /// The document as UTF-8.
    package func encoded(_ style: JSONWriter.Style = .compact) -> [UInt8] {
        var writer = JSONWriter(style: style)
        writer.write(self)
        return writer.bytes
    }

    /// The document as text.
    package func text(_ style: JSONWriter.Style = .compact) -> String {
        String(decoding: encoded(style), as: UTF8.self)
    }
}
