/// The check of a configuration file before the YAML library sees it.
///
/// It admits the part of YAML that a configuration needs (sections by indentation, one `key: value` or `- item` a line,
/// lists in brackets on one line, comments) and nothing that can be deep, shared or spread over lines: no anchors,
/// aliases, tags, flow mappings or multi-line text. So the library's work is bounded by the file's size, and every key
/// has one line, which messages can name.
struct ConfigurationScan {
    private(set) var lines: [String: Int] = [:]
    private(set) var problems: [SettingsProblem] = []

    private let path: String
    private var open: [(indent: Int, name: String)] = []
    /// Whether the last key was given no value on its line, so that items or deeper keys may follow.
    private var awaitsContent = false
    /// Whether the last key is a list that has begun.
    private var holdsItems = false

    /// The deepest key has three parts; one more is a clear error rather than an unknown key.
    private static let maxDepth = 3
    /// Further problems add nothing, and each costs memory.
    private static let maxProblems = 1_000

    init(path: String) { self.path = path }

    /// Reads the whole text, gathering lines and problems.
    mutating func read(_ bytes: [UInt8]) {
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var number = 0
        while start < bytes.count, problems.count < Self.maxProblems {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            number += 1
            var line = bytes[start..<end]
            if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
            readLine(line, number)
            start = end + 1
        }
    }

    private mutating func readLine(_ bytes: ArraySlice<UInt8>, _ number: Int) {
        guard let line = String(validating: bytes, as: UTF8.self) else {
            return fail(.fileSyntax, number, "not valid UTF-8")
        }
        if let scalar = line.unicodeScalars.first(where: Self.isForbidden) {
            let code = String(scalar.value, radix: 16, uppercase: true)
            return fail(.fileSyntax, number, "the character U+\(code) is not allowed")
        }
        let indent = line.utf8.prefix { $0 == UInt8(ascii: " ") }.count
        let content = String(line.utf8.dropFirst(indent)) ?? ""
        if content.isEmpty || content.hasPrefix("#") || (content == "---" && lines.isEmpty && open.isEmpty) { return }
        if content.allSatisfy({ $0 == " " }) { return }
        if content.hasPrefix("\t") { return fail(.fileSyntax, number, "indent with spaces, not with tabs") }
        if content == "-" || content.hasPrefix("- ") {
            readItem(content.dropFirst(), number)
        } else {
            readKey(content, indent, number)
        }
    }

    private mutating func readItem(_ text: Substring, _ number: Int) {
        guard awaitsContent || holdsItems else {
            return fail(.fileSyntax, number, "a list item must follow a key without a value")
        }
        holdsItems = true
        awaitsContent = false
        switch ScalarCheck.value(text) {
        case .present: break
        case .missing: fail(.fileSyntax, number, "the list item has no value")
        case .unsupported(let reason): fail(.fileSyntax, number, reason)
        }
    }

    private mutating func readKey(_ content: String, _ indent: Int, _ number: Int) {
        guard let colon = content.firstIndex(of: ":"), Self.isKey(content[..<colon]) else {
            return fail(.fileSyntax, number, "expected `key: value`")
        }
        let rest = content[content.index(after: colon)...]
        guard rest.isEmpty || rest.hasPrefix(" ") else {
            return fail(.fileSyntax, number, "expected a space after the colon")
        }
        let deepest = open.last?.indent ?? 0
        while let last = open.last, last.indent >= indent { open.removeLast() }
        if indent > deepest, !awaitsContent || holdsItems {
            return fail(.fileSyntax, number, "indented more than the key above, which has a value")
        }
        open.append((indent, String(content[..<colon])))
        guard open.count <= Self.maxDepth else {
            return fail(.fileTooDeep, number, "sections are nested more than \(Self.maxDepth) deep")
        }
        let name = open.map(\.name).joined(separator: ".")
        if let first = lines.updateValue(number, forKey: name) {
            fail(.duplicateKey, number, "\(name): duplicate key; it is already on line \(first)", key: name)
        }
        holdsItems = false
        awaitsContent = false
        switch ScalarCheck.value(rest) {
        case .present: break
        case .missing: awaitsContent = true
        case .unsupported(let reason): fail(.fileSyntax, number, "\(name): \(reason)", key: name)
        }
    }

    private mutating func fail(_ code: SettingsProblem.Code, _ line: Int, _ text: String, key: String? = nil) {
        problems.append(.file(code, path, line: line, key: key, text))
    }

    private static func isKey(_ text: Substring) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
            }
    }

    /// Controls, and what YAML 1.1 takes for a line break though no editor shows one there.
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09: false
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF: true
        default: false
        }
    }
}
