/// What counts as a path, an endpoint, a key or a name.
enum TextRules {
    /// Whether the text could name a file: 1 to 4,095 bytes without control characters.
    static func isPath(_ text: String) -> Bool {
        (1...4_095).contains(text.utf8.count) && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }

    /// Whether ZeroMQ could use the endpoint. `sun_path` holds 107 bytes and a NUL (unix(7)).
    static func isEndpoint(_ text: String, allowsWildcard: Bool) -> Bool {
        guard text.utf8.count <= 512 else { return false }
        if let path = text.removingPrefix("ipc://") {
            return isPath(path) && path.utf8.count <= 107
        }
        guard let address = text.removingPrefix("tcp://"), let colon = address.lastIndex(of: ":") else { return false }
        let host = address[..<colon]
        let port = address[address.index(after: colon)...]
        guard port.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let number = Int(port), (1...65_535).contains(number)
        else { return false }
        return isHost(host, allowsWildcard: allowsWildcard)
    }

    /// Whether the text is a key in ZeroMQ's Z85 (RFC 32): 32 bytes make 40 characters.
    static func isCurveKey(_ text: String) -> Bool {
        text.utf8.count == 40 && text.utf8.allSatisfy { isLetterOrDigit($0) || z85Signs.contains($0) }
    }

    /// Whether the text can name a stage; it also names executables and appears in logs.
    static func isStageName(_ text: String) -> Bool {
        guard (1...32).contains(text.utf8.count), let first = text.utf8.first else { return false }
        let isLower = { (byte: UInt8) in (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
        return isLower(first)
            && text.utf8.allSatisfy {
                isLower($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
            }
    }

    private static let z85Signs = Set(".-:+=^!/*?&<>()[]{}@%$#".utf8)
    private static let hostSigns = Set(".-_".utf8)

    private static func isHost(_ host: Substring, allowsWildcard: Bool) -> Bool {
        if host == "*" || host == "0.0.0.0" || host == "[::]" { return allowsWildcard }
        if host.hasPrefix("["), host.hasSuffix("]") {
            return host.utf8.dropFirst().dropLast().allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: ":") }
                && host.utf8.count > 3
        }
        return !host.isEmpty && host.utf8.allSatisfy { isLetterOrDigit($0) || hostSigns.contains($0) }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}

extension String {
    /// The rest behind `prefix`, or nil if the string does not begin with it.
    func removingPrefix(_ prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }
}
