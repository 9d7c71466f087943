internal import Logging

/// The machine form: one JSON object a line with time, level, logger and message first, then the metadata.
enum JSONLine {
    private static let reserved: Set<String> = ["time", "level", "logger", "message", "truncated"]

    /// The line with its newline, at most 4,096 bytes. Fields that do not fit are left out, and `"truncated":true` says so.
    static func bytes(_ record: LogRecord) -> [UInt8] {
        var line = "{\"time\":\"" + record.time.text + "\",\"level\":\"" + record.level.rawValue + "\""
        line += ",\"logger\":" + string(record.label, LogBounds.label)
        line += ",\"message\":" + string(record.message, LogBounds.message)
        var used = reserved
        for (key, value) in record.fields {
            // A field may neither forge one of the fixed keys nor make the object's keys ambiguous.
            var name = string(key, LogBounds.key)
            while !used.insert(name).inserted || reserved.contains(String(name.dropFirst().dropLast())) {
                name = "\"_" + name.dropFirst()
            }
            let field = "," + name + ":" + json(value)
            guard line.utf8.count + field.utf8.count <= LogBounds.line - LogBounds.reserve else {
                line += ",\"truncated\":true"
                break
            }
            line += field
        }
        return Array((line + "}\n").utf8)
    }

    private static func json(_ value: LogValue) -> String {
        switch value {
        case .text(let text): string(text, LogBounds.value)
        case .number(let number): String(number)
        }
    }

    /// A JSON string (RFC 8259, section 7); what could harm a terminal is escaped too.
    private static func string(_ text: String, _ limit: Int) -> String {
        "\"" + LogText.bounded(text, limit: limit, escape: escape) + "\""
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        default:
            LogText.isUnsafe(scalar)
                ? String(Character(scalar)).utf16.map(unit).joined() : String(Character(scalar))
        }
    }

    private static func unit(_ unit: UInt16) -> String {
        let hex = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    }
}
