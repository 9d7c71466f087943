/// Reads one JSON document (RFC 8259) from UTF-8, strictly and within bounds.
///
/// Refused, with the offset of the fault: anything after the document, duplicate keys, lone surrogates, UTF-8 that is
/// not well-formed, more nesting than `maximumDepth`. Time and memory are linear in the input.
package struct JSONReader {
    /// Deep enough for every document of ours; shallow enough for the stack of a secondary thread (512 KiB).
    package static let defaultMaximumDepth = 64

    /// - Throws: ``JSONError`` with the byte offset of the first fault.
    package static func read(
        _ bytes: UnsafeBufferPointer<UInt8>,
        maximumDepth: Int = defaultMaximumDepth
    ) throws(JSONError) -> JSON {
        var reader = Self(bytes: bytes, depth: maximumDepth)
        reader.skipSpace()
        let value = try reader.value()
        reader.skipSpace()
        guard reader.position == bytes.count else { throw reader.error("unexpected text after the document") }
        return value
    }

    /// - Throws: ``JSONError`` with the byte offset of the first fault.
    package static func read(
        _ bytes: [UInt8],
        maximumDepth: Int = defaultMaximumDepth
    ) throws(JSONError) -> JSON {
        let result = bytes.withUnsafeBufferPointer { buffer -> Result<JSON, JSONError> in
            do throws(JSONError) { return .success(try read(buffer, maximumDepth: maximumDepth)) } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// - Throws: ``JSONError`` with the byte offset of the first fault.
    package static func read(_ text: String, maximumDepth: Int = defaultMaximumDepth) throws(JSONError) -> JSON {
        try read(Array(text.utf8), maximumDepth: maximumDepth)
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var depth: Int

    private init(bytes: UnsafeBufferPointer<UInt8>, depth: Int) {
        self.bytes = bytes
        self.depth = depth
    }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private func error(_ reason: String, at offset: Int? = nil) -> JSONError {
        JSONError(
            position >= bytes.count && offset == nil ? "the text ends too early" : reason,
            offset: offset ?? position
        )
    }

    private mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard current == byte else { return false }
        position += 1
        return true
    }

    private mutating func value() throws(JSONError) -> JSON {
        switch current {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func literal(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
        let count = word.utf8CodeUnitCount
        for index in 0..<count where position + index >= bytes.count || bytes[position + index] != word.utf8Start[index]
        {
            throw error("not a JSON value")
        }
        position += count
        return value
    }

    private mutating func enter() throws(JSONError) {
        guard depth > 0 else { throw error("nested too deeply") }
        depth -= 1
        position += 1
        skipSpace()
    }

    private mutating func object() throws(JSONError) -> JSON {
        try enter()
        var members = JSONObject()
        if !take(UInt8(ascii: "}")) {
            while true {
                let start = position
                guard current == UInt8(ascii: "\"") else { throw error("expected a key in quotation marks") }
                let key = try string()
                skipSpace()
                guard take(UInt8(ascii: ":")) else { throw error("expected ':'") }
                skipSpace()
                let value = try value()
                guard members.updateValue(value, forKey: key) == nil else {
                    throw error("duplicate key \"\(key.prefix(64))\"", at: start)
                }
                skipSpace()
                if take(UInt8(ascii: "}")) { break }
                guard take(UInt8(ascii: ",")) else { throw error("expected ',' or '}'") }
                skipSpace()
            }
        }
        depth += 1
        return .object(members)
    }

    private mutating func array() throws(JSONError) -> JSON {
        try enter()
        var elements: [JSON] = []
        if !take(UInt8(ascii: "]")) {
            while true {
                elements.append(try value())
                skipSpace()
                if take(UInt8(ascii: "]")) { break }
                guard take(UInt8(ascii: ",")) else { throw error("expected ',' or ']'") }
                skipSpace()
            }
        }
        depth += 1
        return .array(elements)
    }

    private mutating func number() throws(JSONError) -> JSONNumber {
        let start = position
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try digits("not a JSON value") }
        if take(UInt8(ascii: ".")) { try digits("expected a digit after the decimal point") }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits("expected a digit in the exponent")
        }
        // The grammar above lets through ASCII only.
        return JSONNumber(validated: String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private mutating func digits(_ reason: String) throws(JSONError) {
        let start = position
        while let byte = current, byte &- 0x30 < 10 { position += 1 }
        guard position > start else { throw error(reason) }
    }
}

extension JSONReader {
    /// Reads a string; the position is at its opening quotation mark.
    private mutating func string() throws(JSONError) -> String {
        position += 1
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                let slice = UnsafeBufferPointer(rebasing: bytes[start..<position])
                guard let text = String(validating: slice, as: UTF8.self) else { throw notUTF8(from: start) }
                position += 1
                return text
            }
            if byte == UInt8(ascii: "\\") { return try escapedString(from: start) }
            guard byte >= 0x20 else { throw error("control character in a string") }
            position += 1
        }
        throw error("string without an end")
    }

    /// The fault of a string whose bytes, from `start` to the position, are not all UTF-8.
    private func notUTF8(from start: Int) -> JSONError {
        var parser = Unicode.UTF8.ForwardParser()
        var units = bytes[start..<position].makeIterator()
        var offset = start
        while case .valid(let scalar) = parser.parseScalar(from: &units) { offset += scalar.count }
        return error("bytes that are not UTF-8 in a string", at: offset)
    }

    /// Goes on with a string that holds an escape; the position is at the first backslash.
    private mutating func escapedString(from start: Int) throws(JSONError) -> String {
        var units = Array(bytes[start..<position])
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                // Escapes are ASCII and stand for whole scalars, so the units are UTF-8 where the bytes are.
                guard let text = String(validating: units, as: UTF8.self) else { throw notUTF8(from: start) }
                position += 1
                return text
            case UInt8(ascii: "\\"):
                position += 1
                try escape(into: &units)
            case 0..<0x20:
                throw error("control character in a string")
            default:
                units.append(byte)
                position += 1
            }
        }
        throw error("string without an end")
    }

    private mutating func escape(into units: inout [UInt8]) throws(JSONError) {
        guard let byte = current else { throw error("string without an end") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): units.append(byte)
        case UInt8(ascii: "b"): units.append(0x08)
        case UInt8(ascii: "f"): units.append(0x0C)
        case UInt8(ascii: "n"): units.append(0x0A)
        case UInt8(ascii: "r"): units.append(0x0D)
        case UInt8(ascii: "t"): units.append(0x09)
        case UInt8(ascii: "u"): units.append(contentsOf: Array(String(try unicodeEscape()).utf8))
        default: throw error("unknown escape", at: position - 1)
        }
    }

    /// Reads the hexadecimal digits after `\u`, and the second half where they are the first half of a surrogate pair.
    private mutating func unicodeEscape() throws(JSONError) -> Unicode.Scalar {
        let offset = position - 2
        let first = try hexadecimal()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
            throw error("lone surrogate", at: offset)
        }
        let second = try hexadecimal()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
        else { throw error("lone surrogate", at: offset) }
        return scalar
    }

    private mutating func hexadecimal() throws(JSONError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw error("expected four hexadecimal digits")
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }
}
