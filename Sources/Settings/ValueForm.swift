/// How values of one type are written, read and bounded.
///
/// `parse` takes the written elements: exactly one, unless `isList`.
struct ValueForm<Value: Sendable>: Sendable {
    let type: String
    let allowed: String
    var isList = false
    var isPath = false
    let parse: @Sendable ([String]) -> Value?
    let format: @Sendable (Value) -> [String]

    /// A form with exactly one element.
    fileprivate static func scalar(
        _ type: String,
        _ allowed: String,
        parse: @escaping @Sendable (String) -> Value?,
        format: @escaping @Sendable (Value) -> String
    ) -> Self {
        Self(
            type: type,
            allowed: allowed,
            parse: { $0.count == 1 ? parse($0[0]) : nil },
            format: { [format($0)] }
        )
    }

    /// A form with exactly one element, bounded.
    fileprivate static func ranged(
        _ type: String,
        _ noun: String,
        _ range: ClosedRange<Value>,
        parse: @escaping @Sendable (String) -> Value?,
        format: @escaping @Sendable (Value) -> String
    ) -> Self where Value: Comparable {
        .scalar(
            type,
            "\(noun) from \(format(range.lowerBound)) to \(format(range.upperBound))",
            parse: { text in parse(text).flatMap { range.contains($0) ? $0 : nil } },
            format: format
        )
    }
}

extension ValueForm<Int> {
    /// A whole number in ASCII digits.
    static func number(_ range: ClosedRange<Int>) -> Self {
        .ranged(
            "whole number",
            "a whole number",
            range,
            parse: { text in
                // `Int` would also take a plus sign.
                text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(text) : nil
            },
            format: { String($0) }
        )
    }
}

extension ValueForm<ByteCount> {
    /// A size with its unit.
    static func size(_ range: ClosedRange<ByteCount>) -> Self {
        .ranged(
            "size",
            "a size with its unit (B, KB, KiB, MB, MiB, GB, GiB, TB, TiB)",
            range,
            parse: { ByteCount(text: $0) },
            format: { $0.description }
        )
    }
}

extension ValueForm<Duration> {
    /// A duration with its unit.
    static func duration(_ range: ClosedRange<Duration>) -> Self {
        .ranged(
            "duration",
            "a duration with its unit (ms, s, m, h, d)",
            range,
            parse: { DurationText.parse($0) },
            format: { DurationText.format($0) }
        )
    }
}

extension ValueForm where Value: RawRepresentable<String> & CaseIterable {
    /// One of the enumeration's raw values.
    static func choice() -> Self {
        .scalar(
            "choice",
            "one of " + Value.allCases.map(\.rawValue).joined(separator: ", "),
            parse: { Value(rawValue: $0) },
            format: { $0.rawValue }
        )
    }
}

extension ValueForm<String> {
    /// A path of the file system; `~/` at its start stands for the home folder. Linux allows 4,095 bytes (PATH_MAX).
    static func path(allowsEmpty: Bool = false) -> Self {
        var form = Self.scalar(
            "path",
            "a path of at most 4095 bytes" + (allowsEmpty ? ", or nothing" : ""),
            parse: { TextRules.isPath($0) || (allowsEmpty && $0.isEmpty) ? $0 : nil },
            format: { $0 }
        )
        form.isPath = true
        return form
    }

    /// A model of stances by its name, or its file.
    static var model: Self {
        var form = Self.scalar(
            "model",
            "base, small, lexicon, or the path of a file NAME.safetensors",
            parse: { text in
                ["base", "small", "lexicon"].contains(text)
                    || (TextRules.isPath(text) && text.hasSuffix(".safetensors")) ? text : nil
            },
            format: { $0 }
        )
        form.isPath = true
        return form
    }

    /// A ZeroMQ endpoint; a wildcard host makes sense only where one binds.
    static func endpoint(allowsWildcard: Bool) -> Self {
        .scalar(
            "endpoint",
            "tcp://HOST:PORT or ipc://PATH (a path of at most 107 bytes)",
            parse: { TextRules.isEndpoint($0, allowsWildcard: allowsWildcard) ? $0 : nil },
            format: { $0 }
        )
    }

    /// An address and a port, or nothing.
    static var httpAddress: Self {
        .scalar(
            "address",
            "HOST:PORT, HOST being localhost, an IPv4 address or an IPv6 address in brackets, or nothing",
            parse: { $0.isEmpty || HostPort($0) != nil ? $0 : nil },
            format: { $0 }
        )
    }

    /// A CURVE key, or nothing.
    static var curveKey: Self {
        .scalar(
            "CURVE key",
            "a CURVE key of 40 Z85 characters, or nothing",
            parse: { $0.isEmpty || TextRules.isCurveKey($0) ? $0 : nil },
            format: { $0 }
        )
    }
}

extension ValueForm<[String]> {
    /// One to 16 different stage names.
    static var stages: Self {
        Self(
            type: "list of names",
            allowed: "1 to 16 different names of at most 32 characters from a-z, 0-9, _ and -, beginning with a letter",
            isList: true,
            parse: { elements in
                guard (1...16).contains(elements.count), Set(elements).count == elements.count else { return nil }
                return elements.allSatisfy(TextRules.isStageName) ? elements : nil
            },
            format: { $0 }
        )
    }

    /// At most 256 paths.
    static var paths: Self {
        Self(
            type: "list of paths",
            allowed: "at most 256 paths of at most 4095 bytes each",
            isList: true,
            isPath: true,
            parse: { $0.count <= 256 && $0.allSatisfy(TextRules.isPath) ? $0 : nil },
            format: { $0 }
        )
    }
}
